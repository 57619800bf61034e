import { parseReportHead } from '@/text/byline'
import type { Passage } from '../passages/passage'
import { isRunningText, type PassageKind } from '../passages/passage-kind'
import type { Known } from './known-text'
import { lettersIn } from './repeat-reading'
import { judgeRepeat, type RepeatVerdict } from './repeat-verdict'
import type { SeedIndex } from './seed-index'
import { fewestShared, looseWeight, mostGluedShare, mostScrapShare } from './thresholds'

/** The passages that are compared with each other. */
export interface Comparison {
  readonly passages: readonly Passage[]
  /** The same passages. */
  readonly index: SeedIndex<Passage>
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
 * Text elsewhere that part of a repeat may repeat; found when it is asked for. Other repeats of the same original do not count: two of
 * them would vouch for text that only they have, and both would go. If the repeat stands before its original, only text before the
 * repeat counts: text that follows would end up in the wrong place.
 */
class KnownElsewhere implements Known {
  readonly #comparison: Comparison
  readonly #repeat: Passage
  readonly #original: Passage
  #titles: readonly string[] | undefined
  #texts: readonly string[] | undefined

  constructor(comparison: Comparison, repeat: Passage, original: Passage) {
    this.#comparison = comparison
    this.#repeat = repeat
    this.#original = original
  }

  get titles(): readonly string[] {
    const { passages, elsewhere } = this.#comparison
    return (this.#titles ??= [
      ...elsewhere,
      ...passages.flatMap((passage) => (kindIn(this.#comparison, passage) === 'title' ? passage.folded : [])),
    ])
  }

  get texts(): readonly string[] {
    return (this.#texts ??= [...this.#comparison.elsewhere, this.#original.folded, ...this.#vouching()])
  }

  #vouching(): readonly string[] {
    const { passages, index } = this.#comparison
    const [repeatAt, originalAt] = [passages.indexOf(this.#repeat), passages.indexOf(this.#original)]
    const alike = index.sharing(this.#original)
    return (repeatAt < originalAt ? passages.slice(0, repeatAt) : passages)
      .filter(
        (passage) =>
          passage !== this.#repeat &&
          passage !== this.#original &&
          isText(this.#comparison, passage) &&
          !alike.has(passage),
      )
      .map(({ folded }) => folded)
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
      known: new KnownElsewhere(comparison, repeat, original),
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
  const alike = comparison.index.sharing(second)
  return comparison.passages
    .slice(0, at)
    .filter((first) => alike.has(first) && isText(comparison, first) && !signaturesDiffer(first, second))
    .flatMap((first) => matchOf(comparison, first, second) ?? [])
    .sort((one, other) => rankOf(other) - rankOf(one))[0]
}
