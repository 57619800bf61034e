import { parseReportHead } from '@/text/byline'
import { sharesSeed } from '../passages/letters'
import type { Passage } from '../passages/passage'
import { isRunningText, type PassageKind } from '../passages/passage-kind'
import type { Known } from './known-text'
import { lettersIn } from './repeat-reading'
import { judgeRepeat, type RepeatVerdict } from './repeat-verdict'
import { fewestShared, looseWeight, mostGluedShare, mostScrapShare } from './thresholds'

/** The passages that are compared with each other. */
export interface Comparison {
  readonly passages: readonly Passage[]
  /** Lines that look like titles but are scraps of running text. */
  readonly scraps: ReadonlySet<Passage>
  /** Folded text that is no passage any more but may be repeated, such as captions. */
  readonly elsewhere: readonly string[]
}

/** A passage that repeats another one. */
export interface NearMatch {
  readonly repeat: Passage
  readonly original: Passage
  readonly verdict: RepeatVerdict
}

const kindIn = ({ scraps }: Comparison, passage: Passage): PassageKind => (scraps.has(passage) ? 'body' : passage.kind)

const isText = (comparison: Comparison, passage: Passage): boolean => isRunningText(kindIn(comparison, passage))

/**
 * Text elsewhere that part of a repeat may repeat. Other repeats of the same original do not count: two of them would
 * vouch for text that only they have, and both would go. If the repeat stands before its original, only text before the
 * repeat counts: text that follows would end up in the wrong place.
 */
const knownFor = (comparison: Comparison, repeat: Passage, original: Passage): Known => {
  const { passages, elsewhere } = comparison
  const [repeatAt, originalAt] = [passages.indexOf(repeat), passages.indexOf(original)]
  const vouching = (repeatAt < originalAt ? passages.slice(0, repeatAt) : passages).filter(
    (passage) =>
      passage !== repeat && isText(comparison, passage) && !sharesSeed(passage.clipping.seeds, original.clipping.seeds),
  )
  const titles = passages.filter((passage) => kindIn(comparison, passage) === 'title')
  return {
    titles: [...elsewhere, ...titles.map(({ folded }) => folded)],
    texts: [...elsewhere, original.folded, ...vouching.map(({ folded }) => folded)],
  }
}

/** Two reports that are signed by different people are two reports, however alike they begin. */
const signaturesDiffer = (one: Passage, other: Passage): boolean => {
  const [a, b] = [one, other].map(({ text }) => parseReportHead(text)?.byline.names.join(' '))
  return a !== undefined && b !== undefined && a !== b
}

/** Which of two passages repeats the other. If each could be the repeat, the later one is. */
const matchOf = (comparison: Comparison, first: Passage, second: Passage): NearMatch | undefined => {
  const judge = (repeat: Passage, original: Passage, leftOverShare: number): NearMatch | undefined => {
    const verdict = judgeRepeat(repeat.clipping, original.clipping, {
      known: knownFor(comparison, repeat, original),
      isOpen: original.jump === undefined,
      isHead: kindIn(comparison, repeat) === 'head',
      mayHoldTitle: true,
      leftOverShare,
    })
    return verdict && { repeat, original, verdict }
  }
  const later = judge(second, first, 0)
  const reverse = judge(first, second, 0)
  const earlier = reverse?.verdict.leftOvers.length === 0 ? reverse : undefined
  const isWithin = earlier !== undefined && earlier.verdict.inserts.length === 0
  const isScrap = isWithin && first.letters.length < second.letters.length * mostScrapShare
  const hasMore = later !== undefined && (later.verdict.prelude ?? later.verdict.extension) !== undefined
  if (later && !(earlier && ((hasMore && isScrap) || later.verdict.isRunOn))) return later
  const glued = isWithin && first.letters.length >= fewestShared ? judge(second, first, mostGluedShare) : undefined
  return glued && !glued.verdict.isRunOn ? glued : earlier
}

/**
 * The best match of the passage at an index with those before it: one in which this passage is the repeat, and among
 * those the one that explains most of its letters.
 */
export const bestMatchAt = (comparison: Comparison, at: number): NearMatch | undefined => {
  const second = comparison.passages[at]
  if (!second || !isText(comparison, second)) return undefined
  const rankOf = ({ repeat, verdict }: NearMatch): number =>
    verdict.reading.shared +
    lettersIn(verdict.inserts) -
    looseWeight * lettersIn(verdict.loose) +
    (repeat === second ? looseWeight * second.folded.length : 0)
  return comparison.passages
    .slice(0, at)
    .filter(
      (first) =>
        isText(comparison, first) &&
        sharesSeed(first.clipping.seeds, second.clipping.seeds) &&
        !signaturesDiffer(first, second),
    )
    .flatMap((first) => matchOf(comparison, first, second) ?? [])
    .sort((one, other) => rankOf(other) - rankOf(one))[0]
}
