import { parseReportHead } from '@/text/byline'
import { sentencesOf } from '@/text/sentence'
import type { Ledger } from './ledger'
import { readingOf, seedsOf, sharesSeed, type Reading } from './letters'
import { mendedStrip, reportMatch, type TwinMatch } from './mend'
import { kindOf } from './passage-kind'
import type { Passage } from './passages'
import { charactersOf, joinStrips, sliceStrip, trimStrip, type Strip } from './strip'
import { fewestShared } from './twin-reading'
import { judgeTwin, type TwinVerdict } from './twin-verdict'

/** A sentence with the passage that it stands in. */
interface Sentence {
  readonly owner: number
  /** Counts the report heads up to it. */
  readonly article: number
  readonly reading: Reading
  readonly seeds: ReadonlySet<string>
  readonly isText: boolean
  /** It carries the report's head. */
  readonly isFixed: boolean
  /** Nothing follows it in its passage, not even a jump line. */
  readonly isOpen: boolean
}

const sentenceOf = (raw: string, strip: Strip, rest: Omit<Sentence, 'reading' | 'seeds'>): Sentence => {
  const reading = readingOf(raw, strip)
  return { ...rest, reading, seeds: seedsOf(reading.letters) }
}

const sentencesIn = (raw: string, passage: Passage, at: Pick<Sentence, 'owner' | 'article'>): Sentence[] => {
  const kind = kindOf(raw, passage)
  const characters = charactersOf(raw, passage.strip)
  if (kind !== 'head' && kind !== 'body')
    return [sentenceOf(raw, passage.strip, { ...at, isText: false, isFixed: true, isOpen: false })]
  const pieces = sentencesOf(characters)
  let from = 0
  return pieces.map((piece, index) => {
    const strip = sliceStrip(passage.strip, from, from + piece.length)
    from += piece.length
    return sentenceOf(raw, strip, {
      ...at,
      isText: true,
      isFixed: parseReportHead(piece) !== undefined,
      isOpen: index === pieces.length - 1 && !passage.jump,
    })
  })
}

interface Found extends TwinMatch {
  readonly gone: Sentence
  readonly kept: Sentence
}

/** Letters in which two sentences of one article may differ: at their heads, where one was joined to other text, and inside. */
const mostLoose = 6
const mostVariant = 2

/** Two articles may share all but a word of a sentence by right, so theirs must be the same letter for letter. */
const isClose = (
  { reading, inserts, prelude, leftOvers, loose }: TwinVerdict,
  gone: Sentence,
  kept: Sentence,
): boolean => {
  const sum = (pieces: readonly { readonly from: number; readonly to: number }[]): number =>
    pieces.reduce((letters, { from, to }) => letters + to - from, 0)
  if (inserts.length > 0 || leftOvers.length > 0 || prelude) return false
  if (gone.article !== kept.article) return reading.shared === gone.reading.letters.length
  return sum(loose) <= mostLoose && sum(reading.variants) <= mostVariant
}

/** Of two sentences that repeat each other the later goes, unless only the earlier can go without a loss. */
const foundIn = (first: Sentence, second: Sentence): Found | undefined => {
  const judge = (gone: Sentence, kept: Sentence): Found | undefined => {
    if (gone.isFixed) return undefined
    const verdict = judgeTwin(gone.reading, kept.reading, {
      known: { titles: [], texts: [] },
      isOpen: kept.isOpen,
      isHead: false,
      mayHoldTitle: false,
      leftOverShare: 0,
    })
    return verdict && isClose(verdict, gone, kept)
      ? { twin: gone.reading, original: kept.reading, verdict, gone, kept }
      : undefined
  }
  return judge(second, first) ?? judge(first, second)
}

const isComparable = ({ isText, reading }: Sentence): boolean => isText && reading.letters.length >= fewestShared

const firstRepeat = (sentences: readonly Sentence[], from: number): Found | undefined => {
  const second = sentences[from]
  if (!second || !isComparable(second)) return undefined
  for (const first of sentences.slice(0, from)) {
    if (!isComparable(first) || !sharesSeed(first.seeds, second.seeds)) continue
    const found = foundIn(first, second)
    if (found) return found
  }
  return undefined
}

const articleNumbers = (raw: string, passages: readonly Passage[]): readonly number[] => {
  const heads = passages.map((passage) => kindOf(raw, passage) === 'head')
  return passages.map((_, at) => heads.slice(0, at + 1).filter(Boolean).length)
}

/**
 * Removes sentences that stand in the running text twice, after whole passages have been compared: the tail of a paragraph
 * that was read again at the end of another. The copy goes that leaves whole sentences behind; if the other breaks off,
 * it takes the end of the one that went.
 */
export const removeRepeatedSentences = (
  raw: string,
  passages: readonly Passage[],
  ledger: Ledger,
): readonly Passage[] => {
  const articles = articleNumbers(raw, passages)
  let sentences: readonly Sentence[] = passages.flatMap((passage, owner) =>
    sentencesIn(raw, passage, { owner, article: articles[owner] ?? 0 }),
  )
  for (let at = 1; at < sentences.length;) {
    const found = firstRepeat(sentences, at)
    if (!found) {
      at++
      continue
    }
    reportMatch(found, ledger, [])
    const mended = sentenceOf(raw, mendedStrip(found), found.kept)
    sentences = sentences.flatMap((one) => (one === found.gone ? [] : one === found.kept ? [mended] : [one]))
    at = Math.max(1, at - 1)
  }
  return passages
    .map((passage, owner) => ({
      ...passage,
      strip: trimStrip(
        raw,
        joinStrips(...sentences.filter((one) => one.owner === owner).map(({ reading }) => reading.strip)),
      ),
    }))
    .filter(({ strip, jump, from }) => strip.length > 0 || jump || from)
}
