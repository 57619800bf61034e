import { parseReportHead } from '@/text/byline'
import { sentencesOf } from '@/text/sentence'
import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { Passage } from '../passages/passage'
import { isRunningText } from '../passages/passage-kind'
import { mendedOriginal, reportMatch, type RepeatMatch } from './mend'
import { lettersIn } from './repeat-reading'
import { judgeRepeat, type RepeatVerdict } from './repeat-verdict'
import { SeedIndex } from './seed-index'
import { fewestShared, mostLooseInSentence, mostVariantInSentence } from './thresholds'

/** A sentence of a passage; a passage that is not running text is one sentence. */
interface Sentence {
  readonly clipping: Clipping
  /** How many sentences of the page stand before it. */
  readonly order: number
  /** The index of its passage. */
  readonly passageAt: number
  /** How many report heads stand on the page up to here: equal for two sentences of one article. */
  readonly article: number
  readonly isText: boolean
  /** It begins with the report head, so it can't go. */
  readonly isFixed: boolean
  /** Nothing follows it in its passage, not even a jump line. */
  readonly isOpen: boolean
}

const sentencesIn = (passage: Passage, at: Pick<Sentence, 'passageAt' | 'article'>): Omit<Sentence, 'order'>[] => {
  const { kind, clipping, text, jump } = passage
  if (!isRunningText(kind)) return [{ ...at, clipping, isText: false, isFixed: true, isOpen: false }]
  const sentences = sentencesOf(text)
  let from = 0
  return sentences.map((sentence, index) => {
    const start = from
    from += sentence.length
    return {
      ...at,
      clipping: clipping.slice(start, from),
      isText: true,
      isFixed: parseReportHead(sentence) !== undefined,
      isOpen: index === sentences.length - 1 && !jump,
    }
  })
}

interface SentenceMatch extends RepeatMatch {
  readonly removed: Sentence
  readonly kept: Sentence
}

/**
 * Whether a verdict on two passages also holds for two sentences. Sentences of two articles must agree letter for
 * letter: all but a word may be the same by right.
 */
const isClose = (
  { reading, inserts, prelude, leftOvers, loose }: RepeatVerdict,
  removed: Sentence,
  kept: Sentence,
): boolean => {
  if (inserts.length > 0 || leftOvers.length > 0 || prelude) return false
  if (removed.article !== kept.article) return reading.shared === removed.clipping.letters.length
  return lettersIn(loose) <= mostLooseInSentence && lettersIn(reading.variants) <= mostVariantInSentence
}

/** Of two sentences that repeat each other the later goes, unless only the earlier one can go without a loss. */
const matchOf = (first: Sentence, second: Sentence): SentenceMatch | undefined => {
  const judge = (removed: Sentence, kept: Sentence): SentenceMatch | undefined => {
    if (removed.isFixed) return undefined
    const verdict = judgeRepeat(removed.clipping, kept.clipping, {
      known: { titles: [], texts: [] },
      isOpen: kept.isOpen,
      isHead: false,
      mayHoldTitle: false,
      leftOverShare: 0,
    })
    return verdict && isClose(verdict, removed, kept)
      ? { repeat: removed.clipping, original: kept.clipping, verdict, removed, kept }
      : undefined
  }
  return judge(second, first) ?? judge(first, second)
}

const isComparable = ({ isText, clipping }: Sentence): boolean => isText && clipping.letters.length >= fewestShared

/** The sentences before this one that it can be compared with, in their order. */
const sentencesBefore = (index: SeedIndex<Sentence>, sentence: Sentence): readonly Sentence[] =>
  isComparable(sentence)
    ? [...index.sharing(sentence)]
        .filter(({ order }) => order < sentence.order)
        .sort((one, other) => one.order - other.order)
    : []

const firstMatch = (index: SeedIndex<Sentence>, second: Sentence): SentenceMatch | undefined => {
  for (const first of sentencesBefore(index, second)) {
    const match = matchOf(first, second)
    if (match) return match
  }
  return undefined
}

/**
 * Removes sentences that stand in the running text twice, after whole passages have been compared: for example the tail
 * of a paragraph that was read again at the end of another. If the kept sentence breaks off, it takes over the end of
 * the removed one.
 */
export const removeRepeatedSentences = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  let article = 0
  const sentences = passages
    .flatMap((passage, passageAt) => {
      if (passage.kind === 'head') article++
      return sentencesIn(passage, { passageAt, article })
    })
    .map((sentence, order): Sentence => ({ ...sentence, order }))
  const index = new SeedIndex<Sentence>()
  for (const sentence of sentences.filter(isComparable)) index.add(sentence)
  for (let at = 1; at < sentences.length;) {
    const second = sentences[at]
    const match = second && firstMatch(index, second)
    if (!match) {
      at++
      continue
    }
    reportMatch(match, ledger, [])
    const mended = { ...match.kept, clipping: mendedOriginal(match) }
    for (const gone of [match.removed, match.kept]) index.remove(gone)
    if (isComparable(mended)) index.add(mended)
    sentences.splice(sentences.indexOf(match.kept), 1, mended)
    sentences.splice(sentences.indexOf(match.removed), 1)
    at = Math.max(1, at - 1)
  }
  const clippings = passages.map((): Clipping[] => [])
  for (const { passageAt, clipping } of sentences) clippings[passageAt]?.push(clipping)
  return passages
    .map((passage, at) => passage.with({ clipping: Clipping.join(...(clippings[at] ?? [])).trim() }))
    .filter(({ printed }) => printed.length > 0)
}
