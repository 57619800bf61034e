import { measurePicture } from '../images/encode-picture'
import { readManuscript } from '../importers/manuscript/read-manuscript'
import { readManuscriptFolder } from '../io/manuscript-folder'
import type { PageDraft, SetIssue } from '../model/draft'
import type { LayoutScore, PageScore, PlacedItem } from '../model/page-score'
import { refine } from '../model/refine'
import { Report } from '../report'
import { scoreRules } from '../typeset/score/score-table'
import { setIssue } from '../typeset/set-issue'
import type { Outcome } from './outcome'

export interface ExplainOptions {
  /** Folder of the manuscript. */
  readonly folder: string
  /** A page's number or printed label; absent tells of every page what it costs. */
  readonly page?: string
}

interface ExplainedPage {
  readonly page: PageDraft
  readonly score: PageScore
}

/** One decimal, where it is not nought. */
const short = (cells: number): string => String(Number(cells.toFixed(1)))

const wordsOf = new Map<string, string>(scoreRules.map(({ name, what }) => [name, what]))

const itemLine = ({ rule, amount, cost, articles }: PlacedItem): string => {
  const about = articles.length > 0 ? `: ${articles.join(' | ')}` : ''
  return `  ${short(cost)} = ${short(amount)} × ${wordsOf.get(rule) ?? rule}${about}`
}

const layoutLines = (head: string, { items }: LayoutScore): string[] => [
  head,
  ...items.filter(({ cost }) => short(cost) !== '0').map(itemLine),
]

const pageLines = ({ page: { label }, score: { blankWeight, chosen, next } }: ExplainedPage): string[] => [
  ...layoutLines(`page ${label}: ${short(chosen.cost)} cells`, chosen),
  ...(blankWeight === 1 ? [] : [`each blank counted ${String(blankWeight)} times`]),
  '',
  ...(next
    ? layoutLines(`the next best layout: ${short(next.cost)} cells`, next)
    : ['there is no other layout of this page']),
]

const summaryLine = ({ page: { label }, score: { chosen, next } }: ExplainedPage): string =>
  `page ${label}: ${short(chosen.cost)} cells, the next best layout ${next ? short(next.cost) : '–'}`

const explained = ({ draft, settings }: SetIssue): ExplainedPage[] =>
  draft.pages.flatMap((page) => {
    const score = settings.get(page.no)?.score
    return score ? [{ page, score }] : []
  })

/** Says what the layouts of a manuscript's pages cost, by the rules of the score, and what the next best ones would have cost. */
export const explain = async ({ folder, page: asked }: ExplainOptions): Promise<Outcome> => {
  const report = new Report()
  const source = await readManuscriptFolder(folder, measurePicture, report)
  const manuscript = source && readManuscript(source.files, report)
  const draft = manuscript && !report.isFatal ? refine(manuscript.draft, report) : undefined
  if (!draft || report.isFatal) return { exitCode: 1, findings: report.findings, lines: [], record: {} }
  const all = explained(setIssue(draft, new Report()))
  const pages = asked === undefined ? all : all.filter(({ page }) => page.label === asked || String(page.no) === asked)
  const record = { pages: pages.map(({ page: { no, label }, score }) => ({ no, label, ...score })) }
  if (pages.length > 0)
    return {
      exitCode: 0,
      findings: [],
      lines: asked === undefined ? pages.map(summaryLine) : pages.flatMap(pageLines),
      record,
    }
  report.add(
    'page-not-set',
    { file: folder },
    { page: asked ?? '–', set: all.map(({ page }) => page.label).join(', ') || '–' },
  )
  return { exitCode: 1, findings: report.findings, lines: [], record }
}
