import { endsInsideSentence } from '@/text/sentence'
import { alignmentOf, type CommonRun } from './alignment'
import type { Reading } from './letters'

/** A run of the twin's letters, end exclusive, against the run of the original's letters in its place. */
export interface Difference {
  readonly from: number
  readonly to: number
  /** Letters of the original between the same neighbours, end exclusive. */
  readonly originalFrom: number
  readonly originalTo: number
}

/** A run of the twin's letters that the original does not hold there. */
export interface Residue {
  readonly from: number
  readonly to: number
  readonly where: 'head' | 'middle' | 'tail'
}

/** One passage read as the repeat of another: what both hold, and what only the twin holds. */
export interface TwinReading {
  /** Letters that both hold. */
  readonly shared: number
  /** Text that the original lost: its neighbours stand side by side there. */
  readonly inserts: readonly Difference[]
  /** A few letters that the two read differently. */
  readonly variants: readonly Difference[]
  /** Text that goes on where the original breaks off inside a sentence. */
  readonly extension?: Residue
  /** Text before the original's first letter that ends inside a sentence: the original lost its beginning. */
  readonly prelude?: Residue
  readonly residues: readonly Residue[]
}

/** An original that lost text may have a letter or two of wreckage in its place. */
const wreckage = 2
/** A single letter more is a misreading, not lost text. */
const shortestInsert = 2
const longestVariant = 6
/** Letters that two texts must share before one is called the other's twin. */
export const fewestShared = 20

const differencesOf = (runs: readonly CommonRun[]): Difference[] =>
  runs.slice(1).flatMap((run, at) => {
    const before = runs[at]
    if (!before) return []
    const difference = {
      from: before.inOne + before.length,
      to: run.inOne,
      originalFrom: before.inOther + before.length,
      originalTo: run.inOther,
    }
    return difference.from === difference.to ? [] : [difference]
  })

const isInsert = ({ from, to, originalFrom, originalTo }: Difference): boolean =>
  to - from >= shortestInsert && originalTo - originalFrom <= wreckage

const isVariant = (difference: Difference): boolean =>
  !isInsert(difference) &&
  Math.max(difference.to - difference.from, difference.originalTo - difference.originalFrom) <= longestVariant

/** Whether the marks between a letter and the one before it end a sentence; true at the very beginning. */
export const beginsSentence = ({ characters, letters }: Reading, at: number): boolean => {
  const before = letters[at - 1]
  return before === undefined || !endsInsideSentence(characters.slice(0, letters[at]?.start))
}

const extensionOf = (twin: Reading, original: Reading, last: CommonRun): Residue | undefined => {
  const [from, to] = [last.inOne + last.length, twin.letters.length]
  const isAtEnd = last.inOther + last.length === original.letters.length
  return from < to && isAtEnd && endsInsideSentence(original.characters) ? { from, to, where: 'tail' } : undefined
}

const preludeOf = (twin: Reading, first: CommonRun): Residue | undefined =>
  first.inOne > 0 && first.inOther === 0 && !beginsSentence(twin, first.inOne)
    ? { from: 0, to: first.inOne, where: 'head' }
    : undefined

/** Reads one passage as the repeat of another; undefined where they share too little for that. */
export const readAsTwin = (twin: Reading, original: Reading): TwinReading | undefined => {
  const runs = alignmentOf(twin.letters, original.letters)
  const [first, last] = [runs[0], runs.at(-1)]
  const shared = runs.reduce((sum, { length }) => sum + length, 0)
  if (!first || !last || shared < Math.min(fewestShared, twin.letters.length)) return undefined
  const differences = differencesOf(runs)
  const [prelude, extension] = [preludeOf(twin, first), extensionOf(twin, original, last)]
  const middle = differences
    .filter((difference) => !isInsert(difference) && !isVariant(difference))
    .map(({ from, to }) => ({ from, to, where: 'middle' as const }))
  const ends: Residue[] = [
    { from: 0, to: prelude ? 0 : first.inOne, where: 'head' },
    { from: extension ? twin.letters.length : last.inOne + last.length, to: twin.letters.length, where: 'tail' },
  ]
  return {
    shared,
    inserts: differences.filter(isInsert),
    variants: differences.filter(isVariant),
    ...(prelude && { prelude }),
    ...(extension && { extension }),
    residues: [...ends, ...middle].filter(({ from, to }) => from < to),
  }
}
