import { BundleError } from '@/bundle/fault'
import type { Issue, Page } from '@/bundle/issue'
import { partsOf, unresolvedJumps } from '@/bundle/jumps'
import { articlesOn, titleOf } from '@/bundle/lookup'
import { describeFault } from '../fault-words'
import { openBundleFolder } from '../io/bundle-folder'
import { howMany } from '../how-many'
import { Report } from '../report'
import type { Outcome } from './outcome'

const renditionsOf = ({ renditions }: Page): string =>
  renditions.map(({ kind, width, height }) => `${kind} ${width} × ${height}`).join(', ')

/** How articles continue through the issue: their parts, the printed lines, and the evidence for each join. */
const joinsOf = (issue: Issue) =>
  issue.articles.flatMap((article) => {
    const parts = partsOf(issue, article.id)
    const { on, from } = unresolvedJumps(issue, article.id)
    if (parts.length < 2 && !on && !from) return []
    return [
      {
        article: article.id,
        title: titleOf(article) ?? '',
        parts: parts.map(({ page, region }) => ({
          page: page.no,
          range: region.range,
          ...(region.continuedFrom && { printedFrom: region.continuedFrom.text }),
          ...(region.continuedOn && { printedOn: region.continuedOn.text }),
          ...(region.joinedBy && { joinedBy: region.joinedBy }),
        })),
        ...(on && { leadsNowhere: on.text }),
        ...(from && { comesFromNowhere: from.text }),
      },
    ]
  })

const summaryOf = (issue: Issue) => ({
  paper: issue.paper.name,
  issue: issue.id,
  revision: issue.revision,
  masthead: issue.masthead,
  pages: issue.pages.map((page) => ({
    no: page.no,
    label: page.label,
    ...(page.name && { name: page.name }),
    renditions: renditionsOf(page),
    articles: articlesOn(issue, page).map(({ id, kind, headline, workingTitle, extent }) => ({
      id,
      kind,
      title: headline ?? workingTitle ?? '',
      characters: extent,
    })),
  })),
  articles: issue.articles.length,
  parts: issue.parts.length,
  bytes: issue.parts.reduce((sum, { bytes }) => sum + bytes, 0),
  joins: joinsOf(issue),
})

const linesOf = (summary: ReturnType<typeof summaryOf>): string[] => [
  `${summary.paper} ${summary.issue}, revision ${summary.revision}: ${howMany(summary.pages.length, 'page')}, ${howMany(summary.articles, 'article')}, ${howMany(summary.parts, 'part')}, ${Math.round(summary.bytes / 1024)} kB`,
  ...Object.entries(summary.masthead).map(
    ([key, value]) => `  ${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  ),
  ...summary.pages.flatMap(({ no, label, name, renditions, articles }) => [
    '',
    `Page ${no}, printed ${label}${name ? `, ${name}` : ''} (${renditions})`,
    ...articles.map(
      ({ id, kind, title, characters }) => `  ${id}  ${kind.padEnd(8)} ${String(characters).padStart(6)}  ${title}`,
    ),
  ]),
  '',
  `Jumps: ${summary.joins.length}`,
  ...summary.joins.flatMap(({ article, title, parts, ...open }) => [
    `  ${article}  ${title}`,
    ...parts.map(
      ({ page, range, printedFrom, printedOn, joinedBy }) =>
        `    page ${page}, characters ${range.join('–')}${printedFrom ? `, ${printedFrom}` : ''}${printedOn ? `, ${printedOn}` : ''}${joinedBy ? `; joined by ${joinedBy.join(', ')}` : ''}`,
    ),
    ...('leadsNowhere' in open ? [`    ${open.leadsNowhere}: not in this issue`] : []),
    ...('comesFromNowhere' in open ? [`    ${open.comesFromNowhere}: not in this issue`] : []),
  ]),
]

/** Summarises a bundle: pages, articles, parts, and joins with their evidence. */
export const inspect = async (folder: string): Promise<Outcome> => {
  const report = new Report()
  try {
    const summary = summaryOf((await openBundleFolder(folder)).issue)
    return { exitCode: 0, findings: [], lines: linesOf(summary), record: summary }
  } catch (error) {
    if (!(error instanceof BundleError)) throw error
    report.add('bad-bundle', { file: 'issue.json' }, { fault: describeFault(error.fault) })
    return { exitCode: 1, findings: report.findings, lines: [], record: {} }
  }
}
