import type { Outline } from '@/bundle/region'
import type { ArticleOrigin } from '../importers/corrections/apply-corrections'
import type { CorrectionPath } from '../importers/corrections/correction-account'
import type { CorrectionValue, EditedCorrections } from '../importers/corrections/edited-corrections'
import type { PrintedArticle, PrintedIssue } from '../importers/printed/printed-issue'
import { entryOf, nameOf, wordsOf } from './article-names'
import { partsOfOrigin, type CorrectedDesk, type DeskedArticle } from './corrected-desk'
import { titleLines, type DeskTitles } from './desk-record'
import type { Way } from './ways-to-mend'

/** The lines of a title block as the desk shows them: an empty one is not there. */
export const deskTitlesOf = ({ rubric, kicker, headline, deck, byline }: Partial<PrintedArticle>): DeskTitles => ({
  rubric: rubric ?? '',
  kicker: kicker ?? '',
  headline: headline ?? '',
  deck: (deck ?? []).join('\n'),
  byline: byline ?? '',
})

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const put = (file: EditedCorrections, path: CorrectionPath, value: CorrectionValue | undefined): void =>
  value === undefined || value.length === 0 ? file.remove(path) : file.set(path, value)

/** Sets what differs from the source, and nothing else; of an article that a correction made, all. */
export const waysToTitle = (
  { source: issue }: CorrectedDesk,
  { origin, article }: DeskedArticle,
  wanted: DeskTitles,
  kind: string,
): readonly Way[] => [
  (file) => {
    const entry = entryOf(file, origin, issue)
    if (!entry) return
    const { source } = origin
    const before = deskTitlesOf(source ?? {})
    const isSame = (line: keyof DeskTitles): boolean => linesIn(wanted[line]).join('\n') === before[line].trim()
    const gone = titleLines.filter((line) => source && !isSame(line) && linesIn(wanted[line]).length === 0)
    for (const line of titleLines) {
      const lines = linesIn(wanted[line])
      const value = line === 'deck' && lines.length > 1 ? lines : lines.join(' ')
      put(file, [...entry, line], source && isSame(line) ? undefined : value)
    }
    if (source) put(file, [...entry, 'without'], gone)
    // What a correction makes is of the kind that it would be anyway.
    const usual = source?.kind ?? (file.get([...entry, 'kind']) === undefined ? article.kind : undefined)
    put(file, [...entry, 'kind'], kind === usual ? undefined : kind)
    file.tidy(entry)
  },
]

const namesOfPages = (issue: PrintedIssue): readonly string[] =>
  issue.pages.map(({ label }, index) =>
    issue.pages.filter((one) => one.label === label).length > 1 ? String(index + 1) : label,
  )

const outlinesValue = (outlines: readonly Outline[]): CorrectionValue =>
  outlines.map((outline) => outline.map((corner) => String(corner)))

/** Which of the articles that an article was made of stands on a page; the first is asked first. */
const standingOn = (origin: ArticleOrigin, page: number): readonly ArticleOrigin[] => {
  const all = partsOfOrigin(origin)
  const there = all.filter(({ source }) => source?.parts.some((part) => part.page === page))
  return [...there, ...all.filter((one) => !there.includes(one))]
}

/** Ways to give an article its outlines on one page. */
export const waysToOutline = (
  { source: issue, corrected }: CorrectedDesk,
  { origin, article }: DeskedArticle,
  page: number,
  outlines: readonly Outline[],
): readonly Way[] =>
  standingOn(origin, page).map((one): Way => (file) => {
    const entry = entryOf(file, one, issue)
    if (!entry) return
    const path = [...entry, 'outlines']
    if (entry[0] === 'new_articles') return file.set(path, outlinesValue(outlines))
    const names = namesOfPages(corrected.issue)
    const own = (one.source ?? article).parts[0]?.page ?? 0
    const before = file.get(path)
    const name = names[page] ?? String(page + 1)
    if (before === undefined && page === own) return file.set(path, outlinesValue(outlines))
    if (Array.isArray(before)) {
      if (page === own) return file.set(path, outlinesValue(outlines))
      file.set(path, {})
      file.set([...path, names[own] ?? String(own + 1)], before)
    }
    return file.set([...path, name], outlinesValue(outlines))
  })

/** How corrections.yaml names an article that another goes on in. */
const nameOfRest = ({ article, origin }: DeskedArticle, issue: PrintedIssue): Record<string, string> =>
  origin.source ? nameOf(origin.source, issue) : { source: article.sourceId, was: wordsOf(article) }

/** An article goes on in another. */
export const waysToJoin = (
  { source: issue }: CorrectedDesk,
  { origin }: DeskedArticle,
  rest: DeskedArticle,
): readonly Way[] =>
  origin.source
    ? [
        (file) => {
          const entry = entryOf(file, origin, issue)
          if (entry) file.insert([...entry, 'continues_in'], nameOfRest(rest, issue))
        },
      ]
    : []

export const waysToDrop = ({ source: issue }: CorrectedDesk, { origin }: DeskedArticle): readonly Way[] => {
  const { source, entry } = origin
  if (!source && entry?.[0] === 'new_articles') return [(file) => file.remove(entry)]
  return source
    ? [
        (file) => {
          const own = entryOf(file, origin, issue)
          if (own) file.set([...own, 'drop'], 'true')
        },
      ]
    : []
}

export const waysToOrder = (
  { source: issue }: CorrectedDesk,
  { origin }: DeskedArticle,
  place: number,
): readonly Way[] =>
  origin.cutFrom
    ? []
    : [
        (file) => {
          const entry = entryOf(file, origin, issue)
          if (entry) file.set([...entry, 'order'], String(place))
        },
      ]

/** Of the issue: what differs from the source. */
export const waysToDate = ({ source }: CorrectedDesk, date: string, issueNo: string): readonly Way[] => [
  (file) => {
    put(file, ['issue', 'date'], date.trim() === (source.date ?? '') ? undefined : date.trim())
    put(file, ['issue', 'issue_no'], issueNo.trim() === (source.issueNo ?? '') ? undefined : issueNo.trim())
  },
]

/** Label and name of a page, as far as they differ from the source. */
export const waysToNamePage = (
  { source }: CorrectedDesk,
  page: number,
  { label, name }: { readonly label: string; readonly name: string },
): readonly Way[] => {
  const before = source.pages[page]
  if (!before) return []
  return [
    (file) => {
      const pages = file.get(['pages'])
      const found = Array.isArray(pages) ? pages.findIndex((one: unknown) => isOfPage(one, page + 1)) : -1
      const no = String(page + 1)
      const entry = found >= 0 ? ['pages', found] : file.insert(['pages'], { page: no, was: before.label })
      put(file, [...entry, 'label'], label.trim() === before.label ? undefined : label.trim())
      put(file, [...entry, 'name'], name.trim() === (before.name ?? '') ? undefined : name.trim())
      file.tidy(entry)
    },
  ]
}

const isOfPage = (entry: unknown, no: number): boolean =>
  typeof entry === 'object' && entry !== null && 'page' in entry && Number(entry.page) === no

/** A new article, under an id that no other has. */
export const waysToAddArticle = (
  { source, corrected }: CorrectedDesk,
  {
    page,
    outlines,
    headline,
    text,
  }: Readonly<{ page: number; outlines: readonly Outline[]; headline: string; text: string }>,
): readonly Way[] => [
  (file) => {
    const taken = new Set([...source.articles, ...corrected.issue.articles].map(({ sourceId }) => sourceId))
    let no = 1
    while (taken.has(`new-${no}`)) no++
    const path = file.insert(
      ['new_articles'],
      { source: `new-${no}`, page: namesOfPages(corrected.issue)[page] ?? String(page + 1) },
      undefined,
      false,
    )
    put(file, [...path, 'outlines'], outlines.length === 0 ? undefined : outlinesValue(outlines))
    put(file, [...path, 'headline'], linesIn(headline).join(' '))
    put(file, [...path, 'text'], linesIn(text))
  },
]
