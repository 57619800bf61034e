import { endsInsideSentence } from '@/text/sentence'
import type { Clipping } from '../passages/clipping'
import { alignmentOf } from './alignment'
import type { CommonRun } from './longest-run'
import { fewestShared, longestVariant, longestWreckage, shortestInsert } from './thresholds'

/** Letters of a repeat from one index to another, end exclusive. */
export interface LetterRange {
  readonly from: number
  readonly to: number
}

/** Letters of the repeat, and the letters that the original has in their place. */
export interface Difference extends LetterRange {
  /** End exclusive. */
  readonly originalFrom: number
  readonly originalTo: number
}

/** Letters of the repeat that the original does not have in this place. */
export interface Residue extends LetterRange {
  readonly where: 'head' | 'middle' | 'tail'
}

/** One passage read as the repeat of another: what both have, and what only the repeat has. */
export interface RepeatReading {
  /** How many letters both have. */
  readonly shared: number
  /** Text that the original lost: the letters on both sides of it stand next to each other there. */
  readonly inserts: readonly Difference[]
  /** A few letters that the two read differently. */
  readonly variants: readonly Difference[]
  /** Text after the original's last letter, where the original breaks off inside a sentence. */
  readonly extension?: Residue
  /** Text before the original's first letter that ends inside a sentence: the original lost its beginning. */
  readonly prelude?: Residue
  readonly residues: readonly Residue[]
}

export const lettersIn = (ranges: readonly LetterRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0)

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
  to - from >= shortestInsert && originalTo - originalFrom <= longestWreckage

const isVariant = (difference: Difference): boolean =>
  !isInsert(difference) &&
  Math.max(difference.to - difference.from, difference.originalTo - difference.originalFrom) <= longestVariant

/** Whether the marks between a letter and the one before it end a sentence; true at the first letter. */
export const beginsSentence = ({ text, letters }: Clipping, at: number): boolean => {
  const before = letters[at - 1]
  return before === undefined || !endsInsideSentence(text.slice(0, letters[at]?.start))
}

const extensionOf = (repeat: Clipping, original: Clipping, last: CommonRun): Residue | undefined => {
  const [from, to] = [last.inOne + last.length, repeat.letters.length]
  const isAtEnd = last.inOther + last.length === original.letters.length
  return from < to && isAtEnd && endsInsideSentence(original.text) ? { from, to, where: 'tail' } : undefined
}

const preludeOf = (repeat: Clipping, first: CommonRun): Residue | undefined =>
  first.inOne > 0 && first.inOther === 0 && !beginsSentence(repeat, first.inOne)
    ? { from: 0, to: first.inOne, where: 'head' }
    : undefined

/** Reads one passage as the repeat of another; undefined if they share too little for that. */
export const readAsRepeat = (repeat: Clipping, original: Clipping): RepeatReading | undefined => {
  const runs = alignmentOf(repeat.letters, original.letters)
  const [first, last] = [runs[0], runs.at(-1)]
  const shared = runs.reduce((sum, { length }) => sum + length, 0)
  if (!first || !last || shared < Math.min(fewestShared, repeat.letters.length)) return undefined
  const differences = differencesOf(runs)
  const [prelude, extension] = [preludeOf(repeat, first), extensionOf(repeat, original, last)]
  const middle = differences
    .filter((difference) => !isInsert(difference) && !isVariant(difference))
    .map(({ from, to }) => ({ from, to, where: 'middle' as const }))
  const ends: Residue[] = [
    { from: 0, to: prelude ? 0 : first.inOne, where: 'head' },
    { from: extension ? repeat.letters.length : last.inOne + last.length, to: repeat.letters.length, where: 'tail' },
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
