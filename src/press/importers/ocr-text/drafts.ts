import type { Ledger } from './ledger'
import { kindOf } from './passage-kind'
import type { Passage } from './passages'
import { readBylineLine, readFoot, readHead, type Signed } from './signatures'
import type { Strip } from './strip'

/** Lines of titles that stood together in the raw text. */
export type TitleRun = readonly Passage[]

/** What an article holds, in order; a title run among paragraphs is a subhead, or a title that lost its place. */
export type DraftPart =
  | { readonly kind: 'paragraph'; readonly strip: Strip; readonly gap: number }
  | { readonly kind: 'titles'; readonly run: TitleRun }

/** An article as it was read, before its titles are settled. */
export interface Draft extends Omit<Signed, 'body'> {
  /** Runs of title lines before its first word; the last stands nearest. */
  readonly titles: readonly TitleRun[]
  /** Its first passage's number, to see whether the titles stood directly before it. */
  readonly order: number
  readonly parts: readonly DraftPart[]
  readonly jump?: Strip
  readonly from?: Strip
}

/** The page up to some passage: its articles, and the title lines that wait for the text below them. */
interface Walk {
  readonly drafts: readonly Draft[]
  readonly titles: readonly Passage[]
  /** A byline at its end or a jump line closed the last article. */
  readonly isClosed: boolean
}

/** Lines whose numbers follow each other are one run. */
const runsOf = (titles: readonly Passage[]): readonly TitleRun[] =>
  titles.reduce<readonly TitleRun[]>((runs, title) => {
    const run = runs.at(-1)
    const before = run?.at(-1)
    return run && before && title.order - before.order <= 1
      ? [...runs.slice(0, -1), [...run, title]]
      : [...runs, [title]]
  }, [])

const begin = ({ drafts, titles }: Walk, draft: Omit<Draft, 'titles'>): Walk => ({
  drafts: [...drafts, { ...draft, titles: runsOf(titles) }],
  titles: [],
  isClosed: false,
})

const changeLast = (walk: Walk, change: (draft: Draft) => Draft): Walk => ({
  ...walk,
  drafts: walk.drafts.map((draft, at) => (at === walk.drafts.length - 1 ? change(draft) : draft)),
})

/** The waiting titles among the last article's paragraphs. */
const settleTitles = (walk: Walk): Walk => {
  const runs = runsOf(walk.titles).map((run) => ({ kind: 'titles' as const, run }))
  return { ...changeLast(walk, (draft) => ({ ...draft, parts: [...draft.parts, ...runs] })), titles: [] }
}

const paragraphs = (strip: Strip, { gap }: Passage): readonly DraftPart[] =>
  strip.length > 0 ? [{ kind: 'paragraph', strip, gap }] : []

const withHead = (walk: Walk, passage: Passage, { body, ...signed }: Signed): Walk => {
  const { order, from } = passage
  return begin(walk, { ...signed, order, parts: paragraphs(body, passage), ...(from && { from }) })
}

const sign = (draft: Draft, { byline, signatures }: Signed): Draft => {
  const bylines = [draft.byline, byline].filter((one) => one !== undefined)
  return {
    ...draft,
    ...(bylines.length > 0 && { byline: bylines.join(' ') }),
    signatures: [...draft.signatures, ...signatures],
  }
}

/** A byline under a title begins an article; below the text of an unsigned one it is that article's. */
const withBylineLine = (walk: Walk, passage: Passage, signed: Signed): Walk => {
  const last = walk.drafts.at(-1)
  return walk.titles.length > 0 || !last || last.byline !== undefined
    ? withHead(walk, passage, signed)
    : changeLast(walk, (draft) => sign(draft, signed))
}

const reportSignatures = (signed: Signed | undefined, ledger: Ledger): void => {
  for (const strip of signed?.signatures ?? []) ledger.note('ocr-report-head', strip, { text: ledger.quote(strip) })
}

const withBody = (walk: Walk, passage: Passage, ledger: Ledger): Walk => {
  const foot = readFoot(ledger.raw, passage.strip)
  reportSignatures(foot, ledger)
  const strip = foot?.body ?? passage.strip
  const parts = paragraphs(strip, passage)
  const isNew = walk.drafts.length === 0 || (walk.isClosed && walk.titles.length > 0)
  if (!isNew && walk.isClosed)
    ledger.note('ocr-doubtful', strip, {
      text: ledger.quote(strip),
      reason: 'it follows the end of an article, and nothing says where it belongs',
    })
  const added = isNew
    ? begin(walk, { order: passage.order, signatures: [], parts })
    : changeLast(settleTitles(walk), (draft) => ({ ...draft, parts: [...draft.parts, ...parts] }))
  return { ...(foot ? changeLast(added, (draft) => sign(draft, foot)) : added), isClosed: foot !== undefined }
}

const withJump = (walk: Walk, { jump }: Passage, ledger: Ledger): Walk => {
  if (!jump) return walk
  const last = walk.drafts.at(-1)
  if (last && !last.jump) return { ...changeLast(walk, (draft) => ({ ...draft, jump })), isClosed: true }
  ledger.unplaced(jump)
  return walk
}

const withPassage = (walk: Walk, passage: Passage, ledger: Ledger): Walk => {
  const { raw } = ledger
  const { strip, order, gap } = passage
  switch (kindOf(raw, passage)) {
    case 'title':
      return { ...walk, titles: [...walk.titles, { strip, order, gap }] }
    case 'head': {
      const signed = readHead(raw, strip)
      reportSignatures(signed, ledger)
      return withHead(walk, passage, signed)
    }
    case 'byline': {
      const signed = readBylineLine(raw, strip)
      reportSignatures(signed, ledger)
      return withBylineLine(walk, passage, signed)
    }
    case 'body':
    case 'credit':
      return withBody(walk, passage, ledger)
    case 'empty':
      return walk
  }
}

/** The articles of a page, in the order of their first words; each with the titles before it and among its paragraphs. */
export const draftsOf = (passages: readonly Passage[], ledger: Ledger): readonly Draft[] => {
  const start: Walk = { drafts: [], titles: [], isClosed: false }
  const walk = passages.reduce(
    (before, passage) => withJump(withPassage(before, passage, ledger), passage, ledger),
    start,
  )
  if (walk.drafts.length === 0) for (const { strip } of walk.titles) ledger.unplaced(strip)
  return settleTitles(walk).drafts
}
