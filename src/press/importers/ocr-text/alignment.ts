import type { Letter } from './letters'

/** A run of letters that stands in both texts. */
export interface CommonRun {
  readonly inOne: number
  readonly inOther: number
  readonly length: number
}

/** Letters of a text from one to another, end exclusive. */
interface Stretch {
  readonly letters: readonly Letter[]
  readonly from: number
  readonly to: number
}

/** Shorter runs are chance. */
const shortestRun = 4
/** A run as long as this stands for itself; a shorter one needs its neighbour. */
const convincingRun = 12
/** Letters that may differ between two runs, as a misreading does. */
const misreading = 3

/** The longest run that both stretches hold, by the usual table kept to one row at a time. */
const longestRun = (a: Stretch, b: Stretch): CommonRun => {
  let best: CommonRun = { inOne: a.from, inOther: b.from, length: 0 }
  let row = new Uint32Array(b.to - b.from + 1)
  for (let i = a.from; i < a.to; i++) {
    const next = new Uint32Array(row.length)
    for (let j = b.from; j < b.to; j++) {
      if (a.letters[i]?.key !== b.letters[j]?.key) continue
      const length = (row[j - b.from] ?? 0) + 1
      next[j - b.from + 1] = length
      if (length > best.length) best = { inOne: i - length + 1, inOther: j - length + 1, length }
    }
    row = next
  }
  return best
}

const runsWithin = (a: Stretch, b: Stretch): CommonRun[] => {
  if (a.to - a.from < shortestRun || b.to - b.from < shortestRun) return []
  const run = longestRun(a, b)
  if (run.length < shortestRun) return []
  const before = runsWithin({ ...a, to: run.inOne }, { ...b, to: run.inOther })
  const after = runsWithin({ ...a, from: run.inOne + run.length }, { ...b, from: run.inOther + run.length })
  return [...before, run, ...after]
}

/**
 * A short run counts only where it is flush with its neighbour in one of the texts (something was lost or put in
 * between), or a misreading away from it.
 */
const isFlush = (first: CommonRun, second: CommonRun): boolean => {
  const inOne = second.inOne - first.inOne - first.length
  const inOther = second.inOther - first.inOther - first.length
  return Math.min(inOne, inOther) === 0 || Math.max(inOne, inOther) <= misreading
}

/** Keeps of the runs on one side of the longest, nearest first, those that belong to the same repeat. */
const supported = (longest: CommonRun, outward: readonly CommonRun[]): CommonRun[] =>
  outward.reduce<{ readonly kept: CommonRun[]; readonly nearest: CommonRun }>(
    ({ kept, nearest }, run) => {
      const [first, second] = run.inOne < nearest.inOne ? [run, nearest] : [nearest, run]
      return run.length >= convincingRun || isFlush(first, second)
        ? { kept: [...kept, run], nearest: run }
        : { kept, nearest }
    },
    { kept: [], nearest: longest },
  ).kept

/** The runs that two texts share, in the order of both; none where there is no longest run of twelve letters. */
export const alignmentOf = (one: readonly Letter[], other: readonly Letter[]): readonly CommonRun[] => {
  const runs = runsWithin({ letters: one, from: 0, to: one.length }, { letters: other, from: 0, to: other.length })
  const longestAt = runs.reduce((best, { length }, at) => (length > (runs[best]?.length ?? 0) ? at : best), 0)
  const longest = runs[longestAt]
  if (!longest || longest.length < convincingRun) return []
  return [
    ...supported(longest, runs.slice(0, longestAt).reverse()).reverse(),
    longest,
    ...supported(longest, runs.slice(longestAt + 1)),
  ]
}
