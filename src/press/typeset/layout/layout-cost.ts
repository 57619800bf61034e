/** What a join of two layouts costs, and what a layout costs as a page, by the rules of `score`. */

import { costBy } from '../score/rule'
import { footRules, holeRules, meetingRules, overflowRules, type LayoutRoom } from '../score/page-rules'
import { gapRows } from '../type-styles'
import type { Layout, Measures } from './layout-tree'

export const measureStacked = (first: Layout, second: Layout): Measures => ({
  rows: first.rows + gapRows + second.rows,
  cost: first.cost + second.cost,
  blankCost: first.blankCost + second.blankCost,
})

/**
 * @param growth share from 0 to 1 of the rows that the taller of the two could still grow by: a blank next to it may cost less
 *   than a blank under both
 */
export const measureSideBySide = (first: Layout, second: Layout, growth: number): Measures => {
  const rows = rowsSideBySide(first, second, growth)
  const meeting = { first, second, rows }
  return {
    rows,
    cost: first.cost + second.cost + costBy(meetingRules, meeting),
    blankCost: first.blankCost + second.blankCost + costBy(holeRules, meeting),
  }
}

const allGrowths = [0, 0.25, 0.5, 0.75, 1]
const noGrowth = [0]

/** The growths worth trying for two layouts side by side: 0 alone unless one can grow by many more rows than the other. */
export const growthsOf = (first: Layout, second: Layout): readonly number[] =>
  Math.abs(first.stretch - second.stretch) > 4 ? allGrowths : noGrowth

/** The shorter one is stretched to the height of the taller one; what it cannot fill stays blank. */
const rowsSideBySide = (first: Layout, second: Layout, growth: number): number => {
  const least = Math.max(first.rows, second.rows)
  const most = Math.max(least, first.rows + first.stretch, second.rows + second.stretch)
  return least + Math.round((most - least) * growth)
}

/**
 * What a layout costs as a whole page. A blank at the foot costs as much as a blank elsewhere.
 * @param blankWeight how many times its cost a blank counts
 */
export const pageCost = (layout: Layout, page: LayoutRoom, blankWeight: number): number =>
  layout.cost +
  blankWeight * (layout.blankCost + costBy(footRules, { layout, page })) +
  costBy(overflowRules, { layout, page })
