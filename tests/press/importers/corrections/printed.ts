import { applyCorrections } from '@/press/importers/corrections/apply-corrections'
import { CorrectionAccount, type CorrectionCounts } from '@/press/importers/corrections/correction-account'
import { readCorrections } from '@/press/importers/corrections/read-corrections'
import type {
  PrintedArticle,
  PrintedBlock,
  PrintedIssue,
  PrintedPage,
  PrintedPart,
} from '@/press/importers/printed/printed-issue'
import { Report } from '@/press/report'

/** A block whose words, parted by blanks, stand in a row from (x, y): 10 wide a letter, 20 high. */
export const placed = (text: string, x: number, y: number, kind: PrintedBlock['kind'] = 'paragraph'): PrintedBlock => ({
  kind,
  text,
  words: [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    from: index,
    length: word.length,
    box: [x + index * 10, y, word.length * 10, 20],
  })),
})

/** A block without places. */
export const loose = (text: string): PrintedBlock => ({ kind: 'paragraph', text, words: [] })

export const part = (page: number, blocks: readonly PrintedBlock[], more: Partial<PrintedPart> = {}): PrintedPart => ({
  page,
  outlines: [],
  titles: [],
  ...more,
  blocks,
})

export const article = (
  sourceId: string,
  parts: readonly PrintedPart[],
  more: Partial<PrintedArticle> = {},
): PrintedArticle => ({ sourceId, kind: 'news', ...more, parts })

/** Pages of 1000 × 2000 pixels, 1, 2, …; each with a picture. */
export const issue = (articles: readonly PrintedArticle[], pages = 2): PrintedIssue => ({
  paper: { lang: 'zh-Hans' },
  date: '1935-08-02',
  pages: Array.from({ length: pages }, (_, index): PrintedPage => ({
    label: String(index + 1),
    width: 1000,
    height: 2000,
    picture: `${index + 1}.jpg`,
  })),
  articles,
})

export interface Corrected {
  readonly issue: PrintedIssue
  readonly counts: CorrectionCounts
  /** `code file:line`, and the reason if there is one. */
  readonly told: readonly string[]
}

/** Applies corrections to an issue. Throws if they can't be read. */
export const correct = (source: PrintedIssue, yaml: string): Corrected => {
  const report = new Report()
  const corrections = readCorrections(yaml, 'corrections.yaml', report)
  if (!corrections) throw new Error(report.findings.map(({ why }) => why).join('; '))
  const account = new CorrectionAccount(corrections, report)
  const { issue: made } = applyCorrections(source, account)
  return {
    issue: made,
    counts: account.counts,
    told: report.findings.map(({ code, place, facts }) =>
      [`${code} ${place.line}`, ...(facts['reason'] === undefined ? [] : [facts['reason']])].join(': '),
    ),
  }
}

/** Each article as `id: text of its blocks, part by part`. */
export const textsOf = ({ articles }: PrintedIssue): string[] =>
  articles.map(
    ({ sourceId, parts }) =>
      `${sourceId}: ${parts.map(({ page, blocks }) => `[${page + 1}] ${blocks.map(({ text }) => text).join(' | ')}`).join(' ')}`,
  )

/** What reading the corrections reports, as `code line`. */
export const faultsIn = (yaml: string): string[] => {
  const report = new Report()
  readCorrections(yaml, 'corrections.yaml', report)
  return report.findings.map(({ code, place }) => `${code} ${place.line}`)
}
