/**
 * Breaks a paragraph into lines. Of all ways to break the whole paragraph it takes the one that needs the least letter-spacing
 * (Knuth and Plass, 1981, for lines without stretchable spaces). Rules of Chinese typesetting (W3C clreq 3.1.3 and 3.1.6,
 * GB/T 15834—2011): no closing mark at a line's head, no opening mark at its end; no break inside a word, a number, —— or …….
 */

import type { PlainLine } from '@/bundle/set-runs'
import { advanceOf } from '@/text/advance'
import { clustersOf } from '@/text/clusters'
import { endsInHyphen, extraAfter, type LineFace } from '@/text/line-setting'
import { breakCostsOf } from './break-costs'
import { isBreakingSpace } from './line-ends'

export interface Measure extends LineFace {
  /** Width of a line in thousandths of an em. */
  readonly width: number
  /** Indent of the first line, in thousandths of an em. */
  readonly indent: number
  /** Whether lines keep their own width, as in captions and the cells of a table. */
  readonly isRagged?: boolean
  /** Stretches in which no line ends, though it might: a global expression. */
  readonly whole?: RegExp
}

/** Letter-spacing that a line may have, in thousandths of an em. */
const tightest = -40
const loosest = 140
/** Most letter-spacing in the last resort: a line that needs more stays short. */
const mostSpacing = 250

/** Costs; a line costs about the square of its letter-spacing in thousandths of an em. */
const costs = {
  /** A last line of one or two clusters: it costs, but less than a badly spaced line. */
  widow: 4000,
  /** A line that is squeezed too much or ends where no line may end, by how bad it is. */
  brokenRule: 1e9,
  /** No letter-spacing costs more, so that a broken rule always does. */
  mostBadness: 1e6,
} as const
/** How bad it is to end a line where none may end, and, worse, to squeeze it too much. */
const badBreak = 20
const tooTight = 40
/** Lines up to so many times the width are tried: they may still be squeezed in the last resort. */
const widest = 1.25

interface Step {
  readonly cost: number
  readonly from: number
}

/** How badly a line is spaced: squeezed is worse than loose, and beyond the loosest spacing it gets worse quickly. */
const badnessOf = (spacing: number): number => {
  if (spacing < 0) return (spacing * 2.2) ** 2
  return spacing ** 2 * (spacing > loosest ? 5 : 1)
}

/**
 * The lines of one leaf. Counts are UTF-16 code units and add up to `text.length`; the last line is set without letter-spacing.
 * @param text not empty
 */
export const breakLines = (text: string, measure: Measure): PlainLine[] => {
  const { width, indent, weight, marks, isRagged = false, whole } = measure
  const clusters = clustersOf(text)
  const count = clusters.length
  // `ends[i]` is the width of the first i clusters with the room after each, as if the line went on.
  const ends = [0]
  clusters.forEach((cluster, index) => {
    const next = clusters[index + 1]
    ends.push(
      (ends[index] ?? 0) + advanceOf(cluster, weight) + (next === undefined ? 0 : extraAfter(cluster, next, marks)),
    )
  })
  const inside = (index: number): number => {
    const next = clusters[index + 1]
    return next === undefined ? 0 : extraAfter(clusters[index] ?? '', next, marks)
  }
  /** Width of the clusters [from, to) as a line: a mark at its end gives up its blank half. */
  const widthOf = (from: number, to: number): number => {
    const last = clusters[to - 1] ?? ''
    const natural = (ends[to] ?? 0) - (ends[from] ?? 0) - inside(to - 1)
    if (isBreakingSpace(last)) return natural - advanceOf(last, weight)
    return natural + extraAfter(last, undefined, marks) + (endsInHyphen(last) ? advanceOf('-', weight) : 0)
  }
  const roomOf = (from: number): number => width - (from === 0 ? indent : 0)
  /** A space at the end of a line takes no spacing before it, a hyphen there does. */
  const gapsOf = (from: number, to: number): number => {
    const last = clusters[to - 1] ?? ''
    return Math.max(1, to - from - 1 - (isBreakingSpace(last) ? 1 : 0) + (endsInHyphen(last) ? 1 : 0))
  }
  const spacingOf = (from: number, to: number): number => (roomOf(from) - widthOf(from, to)) / gapsOf(from, to)

  const breaks = breakCostsOf(text, clusters, whole)
  const best: (Step | undefined)[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= count; to++) {
    const isLast = to === count
    const inWord = isLast ? 0 : breaks[to - 1]
    const isAllowed = inWord !== undefined
    let step: Step | undefined
    for (let from = to - 1; from >= 0; from--) {
      const before = best[from]
      const natural = widthOf(from, to)
      if (natural > roomOf(from) * widest && to - from > 1) break
      if (!before) continue
      const spacing = spacingOf(from, to)
      const isShort = isLast && spacing >= 0
      const broken = !isAllowed ? badBreak : spacing < tightest ? tooTight : 0
      const widow = isLast && from > 0 && to - from < 3 ? costs.widow : 0
      const badness = isShort ? 0 : Math.min(badnessOf(spacing), costs.mostBadness)
      const cost = before.cost + badness + widow + (inWord ?? 0) + broken * costs.brokenRule
      if (!step || cost < step.cost) step = { cost, from }
    }
    best[to] = step
  }

  const lines: PlainLine[] = []
  for (let to = count; to > 0;) {
    const from = best[to]?.from ?? to - 1
    const units = clusters.slice(from, to).join('').length
    const spacing = spacingOf(from, to)
    const isLoose = (to === count || isRagged) && spacing >= 0
    lines.unshift({
      count: units,
      spacing: isLoose ? 0 : Math.round(Math.min(spacing, mostSpacing)),
      indent: from === 0 ? indent : 0,
    })
    to = from
  }
  return lines
}
