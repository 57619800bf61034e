import type { Draft, DraftPart, TitleRun } from './drafts'
import { fixedLinesOf, freeRunsOf, pageWordsOf, type FreeRun, type PageWords } from './free-runs'
import type { Ledger } from './ledger'
import { foldedOf } from './letters'
import { isStranger, matchTitles, type TitleMatches } from './match-titles'
import { charactersOf, type Strip } from './strip'
import { mergeTitleBlocks, titleBlockOf, type TitleBlock } from './title-block'

export interface ReadBlock {
  readonly kind: 'paragraph' | 'subhead'
  readonly strip: Strip
}

/** An article whose titles are settled: of its parts only paragraphs and subheads are left. */
export interface TitledDraft extends Omit<Draft, 'titles' | 'parts'> {
  readonly title: TitleBlock
  readonly blocks: readonly ReadBlock[]
}

/** What the titles of a page are settled with. */
interface Settling extends TitleMatches {
  readonly frees: readonly FreeRun[]
  readonly words: PageWords
  readonly ledger: Ledger
}

/** A longer line among paragraphs is looked at. */
const longestSubhead = 30
/** A subhead may quote its text; a longer quotation is a scrap of the text that was read twice. */
const longestQuotation = 15
/** Blank lines before a title that begins another article, where paragraphs are parted by fewer. */
const wideGap = 2

const linesOf = (run: TitleRun): Strip[] => run.map(({ strip }) => strip)

const foldedRun = (raw: string, run: TitleRun): string =>
  foldedOf(
    linesOf(run)
      .map((strip) => charactersOf(raw, strip))
      .join(''),
  )

/** The lines over an article, without those that went elsewhere, in their order on the page. */
const ownLinesOf = (draft: Draft, home: number, { articleOf, frees }: Settling): TitleRun => {
  const over = frees.filter((free) => free.home === home && free.isOver)
  const gone = new Set(over.filter((free) => articleOf.has(free)).flatMap(({ run }) => run))
  return [...new Set([...fixedLinesOf(draft), ...over.flatMap(({ run }) => run)])]
    .filter((line) => !gone.has(line))
    .sort((one, other) => one.order - other.order)
}

type Fate = 'subhead' | 'article' | 'orphan'

/** What a run among paragraphs is where no other article took it. */
const fateOf = (free: FreeRun, draft: Draft, { raw, text }: PageWords): Fate => {
  const folded = foldedRun(raw, free.run)
  const isQuoted = folded.length > longestQuotation && text.includes(folded)
  if (!free.isFollowed || (isQuoted && !free.isFlush)) return 'orphan'
  const widest = Math.max(...draft.parts.map((part) => (part.kind === 'paragraph' ? part.gap : 0)))
  return free.isBlock || (free.run[0]?.gap ?? 0) > Math.max(widest, wideGap - 1) ? 'article' : 'subhead'
}

/** A title without a text: a repeat of words in a text, or a line that a person must place. */
const closeOrphan = (run: TitleRun, { words, ledger }: Settling): void => {
  for (const line of run) {
    const text = ledger.quote(line.strip)
    const at = ledger.positionOf(line.strip)
    if (words.text.includes(foldedRun(words.raw, [line])))
      ledger.close('ocr-removed-twin', [line.strip], { text, at, twin: 'the same words in an article' })
    else ledger.unplaced(line.strip)
  }
}

const subheadsOf = (run: TitleRun, { words, ledger }: Settling): ReadBlock[] =>
  run.map((line) => {
    if (foldedRun(words.raw, [line]).length > longestSubhead)
      ledger.note('ocr-doubtful', line.strip, {
        text: ledger.quote(line.strip),
        reason: 'a long line read as a subhead',
      })
    return { kind: 'subhead', strip: line.strip }
  })

type Piece = Pick<TitledDraft, 'title' | 'blocks' | 'order'>

const addBlocks = (pieces: readonly Piece[], blocks: readonly ReadBlock[]): readonly Piece[] =>
  pieces.map((piece, at) => (at === pieces.length - 1 ? { ...piece, blocks: [...piece.blocks, ...blocks] } : piece))

/** One part more: a paragraph or a subhead for the last piece, a title block that begins another, or nothing. */
const withPart = (
  before: readonly Piece[],
  part: DraftPart,
  { draft, ...settling }: Settling & { readonly draft: Draft },
): readonly Piece[] => {
  if (part.kind === 'paragraph') return addBlocks(before, [{ kind: 'paragraph', strip: part.strip }])
  return settling.frees
    .filter((free) => free.run.every((line) => part.run.includes(line)) && !settling.articleOf.has(free))
    .reduce((pieces, free) => {
      const fate = fateOf(free, draft, settling.words)
      if (fate === 'subhead') return addBlocks(pieces, subheadsOf(free.run, settling))
      if (fate === 'orphan') closeOrphan(free.run, settling)
      const order = free.run[0]?.order ?? draft.order
      return fate === 'article' ? [...pieces, { title: free.title, blocks: [], order }] : pieces
    }, before)
}

/** An article's parts as blocks; a title block among them that no other article took begins another article. */
const splitDraft = (draft: Draft, title: TitleBlock, settling: Settling): TitledDraft[] => {
  const { titles: _titles, parts, jump, ...rest } = draft
  const whole: readonly Piece[] = [{ title, blocks: [], order: draft.order }]
  const pieces = parts.reduce((all, part) => withPart(all, part, { ...settling, draft }), whole)
  return pieces.map((piece, at) => ({
    ...(at === 0 ? rest : { signatures: [] }),
    ...piece,
    ...(at === pieces.length - 1 && jump && { jump }),
  }))
}

const reportMove = (free: FreeRun, draft: Draft, { words, ledger, doubtful }: Settling): void => {
  const strip = linesOf(free.run).flat()
  const first = draft.parts.find((part) => part.kind === 'paragraph')
  const beginning = first?.kind === 'paragraph' ? charactersOf(words.raw, first.strip).slice(0, 12) : ''
  const text = ledger.quote(strip)
  ledger.note('ocr-moved', strip, { text, to: `the head of the article that begins “${beginning}…”` })
  if (doubtful.has(free))
    ledger.note('ocr-doubtful', strip, {
      text,
      reason: 'the only title left, given to the only article without one',
    })
}

/**
 * Gives every title line its article. A line directly over a text is its title; one that stands elsewhere goes to the
 * article without a headline whose words it shares; the rest are subheads, begin articles of their own, or are reported.
 */
export const placeTitles = (raw: string, drafts: readonly Draft[], ledger: Ledger): readonly TitledDraft[] => {
  const words = pageWordsOf(raw, drafts)
  const frees = freeRunsOf(drafts, words)
  const blockOf = (run: TitleRun): TitleBlock => titleBlockOf(raw, linesOf(run), words.text)
  const strangers = new Set(frees.filter(isStranger).flatMap(({ run }) => run))
  const hasHeadline = (draft: Draft, home: number): boolean => {
    const over = frees.filter((free) => free.home === home && free.isOver).flatMap(({ run }) => run)
    const lines = [...fixedLinesOf(draft), ...over].filter((line) => !strangers.has(line))
    return blockOf(lines).headline !== undefined
  }
  const headless = new Set(drafts.flatMap((draft, home) => (hasHeadline(draft, home) ? [] : [home])))
  const settling: Settling = { ...matchTitles(frees, headless), frees, words, ledger }
  return drafts.flatMap((draft, home) => {
    const own = blockOf(ownLinesOf(draft, home, settling))
    const [moved] = [...settling.articleOf].find(([, to]) => to === home) ?? []
    if (moved) reportMove(moved, draft, settling)
    return splitDraft(draft, moved ? mergeTitleBlocks(moved.title, own) : own, settling)
  })
}
