import type { Letter } from '../passages/letters'
import { longestRun, type CommonRun, type LetterWindow } from './longest-run'
import { convincingRun, longestMisreadGap, shortestRun } from './thresholds'

/** The longest run, then those before and after it, by recursion. */
const runsWithin = (a: LetterWindow, b: LetterWindow): CommonRun[] => {
  if (a.to - a.from < shortestRun || b.to - b.from < shortestRun) return []
  const run = longestRun(a, b)
  if (run.length < shortestRun) return []
  const before = runsWithin({ ...a, to: run.inOne }, { ...b, to: run.inOther })
  const after = runsWithin({ ...a, from: run.inOne + run.length }, { ...b, from: run.inOther + run.length })
  return [...before, run, ...after]
}

/** Whether two runs touch in one of the texts (the other has text in between) or are only a misreading apart. */
const areNeighbours = (first: CommonRun, second: CommonRun): boolean => {
  const inOne = second.inOne - first.inOne - first.length
  const inOther = second.inOther - first.inOther - first.length
  return Math.min(inOne, inOther) === 0 || Math.max(inOne, inOther) <= longestMisreadGap
}

/**
 * The runs on one side of the longest that belong to the same repeat. `outward` has the nearest first. A short run
 * counts only if it is a neighbour of the last one that counted.
 */
const supported = (longest: CommonRun, outward: readonly CommonRun[]): CommonRun[] =>
  outward.reduce<{ readonly kept: CommonRun[]; readonly nearest: CommonRun }>(
    ({ kept, nearest }, run) => {
      const [first, second] = run.inOne < nearest.inOne ? [run, nearest] : [nearest, run]
      return run.length >= convincingRun || areNeighbours(first, second)
        ? { kept: [...kept, run], nearest: run }
        : { kept, nearest }
    },
    { kept: [], nearest: longest },
  ).kept

/** The runs that two texts share, in the order of both; none if even the longest is too short to be convincing. */
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
