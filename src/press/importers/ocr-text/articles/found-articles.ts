import type { Ledger } from '../ledger'
import type { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { articleStartsAmong } from './article-starts'
import { readFoot, readHead, readSignatureLine, type SignedText } from './signatures'

/** Title lines that stood together in the raw text. */
export type TitleRun = readonly Passage[]

/** A run of titles among paragraphs holds subheads, or a title that lost its place. */
export type FoundPart =
  | { readonly kind: 'paragraph'; readonly clipping: Clipping; readonly gap: number }
  | { readonly kind: 'titles'; readonly run: TitleRun }

/** An article as found among the passages, before its titles are placed. */
export interface FoundArticle extends Omit<SignedText, 'body'> {
  /** Title runs before its first word; the last is the nearest. */
  readonly titles: readonly TitleRun[]
  /** The number of its first passage, which shows whether the titles stood directly before it. */
  readonly order: number
  readonly parts: readonly FoundPart[]
  readonly jump?: Clipping
  readonly from?: Clipping
}

/** What has been found up to some passage. */
interface Walk {
  readonly articles: readonly FoundArticle[]
  /** Title lines that wait for the text below them. */
  readonly titles: readonly Passage[]
  /** A byline at its end or a jump line has closed the last article. */
  readonly isClosed: boolean
}

/** What the walk goes by. */
interface Reading {
  /** Texts that begin an article, if titles wait for one. */
  readonly starts: ReadonlySet<Passage>
  readonly ledger: Ledger
}

/** Lines with consecutive numbers are one run. */
const runsOf = (titles: readonly Passage[]): readonly TitleRun[] => {
  const runs: Passage[][] = []
  for (const [at, title] of titles.entries()) {
    const before = titles[at - 1]
    const run = before && title.order - before.order <= 1 ? runs.at(-1) : undefined
    if (run) run.push(title)
    else runs.push([title])
  }
  return runs
}

const begin = ({ articles, titles }: Walk, article: Omit<FoundArticle, 'titles'>): Walk => ({
  articles: [...articles, { ...article, titles: runsOf(titles) }],
  titles: [],
  isClosed: false,
})

const changeLast = (walk: Walk, change: (article: FoundArticle) => FoundArticle): Walk => ({
  ...walk,
  articles: [...walk.articles.slice(0, -1), ...walk.articles.slice(-1).map(change)],
})

const append = (walk: Walk, parts: readonly FoundPart[]): Walk =>
  changeLast(walk, (article) => ({ ...article, parts: [...article.parts, ...parts] }))

/** Puts the waiting titles among the paragraphs of the last article. */
const settleTitles = (walk: Walk): Walk => ({
  ...append(
    walk,
    runsOf(walk.titles).map((run) => ({ kind: 'titles', run })),
  ),
  titles: [],
})

const paragraphOf = (clipping: Clipping, { gap }: Passage): readonly FoundPart[] =>
  clipping.isEmpty ? [] : [{ kind: 'paragraph', clipping, gap }]

const withHead = (walk: Walk, passage: Passage, { body, ...signed }: SignedText): Walk => {
  const { order, from } = passage
  return begin(walk, { ...signed, order, parts: paragraphOf(body, passage), ...(from && { from }) })
}

const sign = (article: FoundArticle, { byline, signatures }: SignedText): FoundArticle => {
  const bylines = [article.byline, byline].filter((one) => one !== undefined)
  return {
    ...article,
    ...(bylines.length > 0 && { byline: bylines.join(' ') }),
    signatures: [...article.signatures, ...signatures],
  }
}

/** A byline under a title begins an article. Below the text of an article without one, it is that article's, and ends it. */
const withSignatureLine = (walk: Walk, passage: Passage, signed: SignedText): Walk => {
  const last = walk.articles.at(-1)
  return walk.titles.length > 0 || !last || last.byline !== undefined
    ? withHead(walk, passage, signed)
    : { ...changeLast(walk, (article) => sign(article, signed)), isClosed: last.parts.length > 0 }
}

const reportSignatures = (signed: SignedText | undefined, ledger: Ledger): void => {
  for (const clipping of signed?.signatures ?? [])
    ledger.note('ocr-report-head', clipping, { text: ledger.quote(clipping) })
}

const withBody = (walk: Walk, passage: Passage, { starts, ledger }: Reading): Walk => {
  const foot = readFoot(passage.clipping)
  reportSignatures(foot, ledger)
  const clipping = foot?.body ?? passage.clipping
  const parts = paragraphOf(clipping, passage)
  const isNew = walk.articles.length === 0 || ((walk.isClosed || starts.has(passage)) && walk.titles.length > 0)
  if (!isNew && walk.isClosed)
    ledger.note('ocr-doubtful', clipping, {
      text: ledger.quote(clipping),
      reason: 'it follows the end of an article, and nothing says where it belongs',
    })
  const added = isNew ? begin(walk, { order: passage.order, signatures: [], parts }) : append(settleTitles(walk), parts)
  return { ...(foot ? changeLast(added, (article) => sign(article, foot)) : added), isClosed: foot !== undefined }
}

const withJump = (walk: Walk, { jump }: Passage, ledger: Ledger): Walk => {
  if (!jump) return walk
  const last = walk.articles.at(-1)
  if (last && !last.jump) return { ...changeLast(walk, (article) => ({ ...article, jump })), isClosed: true }
  ledger.closeUnplaced(jump)
  return walk
}

const withTitles = (walk: Walk, titles: readonly Passage[]): Walk => ({ ...walk, titles: [...walk.titles, ...titles] })

const withPassage = (walk: Walk, passage: Passage, reading: Reading): Walk => {
  const { ledger } = reading
  switch (passage.kind) {
    case 'title':
      return withTitles(walk, [passage])
    case 'head': {
      const signed = readHead(passage.clipping)
      reportSignatures(signed, ledger)
      return withHead(walk, passage, signed)
    }
    case 'byline': {
      const signed = readSignatureLine(passage.clipping)
      reportSignatures(signed, ledger)
      return withSignatureLine(walk, passage, signed)
    }
    case 'body':
    case 'credit':
      return withBody(walk, passage, reading)
    case 'empty':
      return walk
  }
}

/** The articles of a page, in the order of their first words. */
export const findArticles = (passages: readonly Passage[], ledger: Ledger): readonly FoundArticle[] => {
  const reading = { starts: articleStartsAmong(passages), ledger }
  let walk: Walk = { articles: [], titles: [], isClosed: false }
  for (let at = 0; at < passages.length;) {
    // All titles up to the next text at once: a page without running text has thousands.
    const from = at
    while (passages[at]?.kind === 'title' && !passages[at]?.jump) at++
    if (at > from) walk = withTitles(walk, passages.slice(from, at))
    const passage = passages[at++]
    if (passage) walk = withJump(withPassage(walk, passage, reading), passage, ledger)
  }
  if (walk.articles.length === 0) for (const { clipping } of walk.titles) ledger.closeUnplaced(clipping)
  return settleTitles(walk).articles
}
