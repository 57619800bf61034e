/**
 * What a join of two layouts costs, and what a layout costs as a page. Nothing else computes these costs; the cost of a single
 * unit is in `copyfit/shape-cost.ts`.
 */

import { gapRows } from '../type-styles'
import type { Layout, Measures } from './layout-tree'

/** In cells of one column and one row. */
const costs = {
  /** A blank cell that nothing can fill. */
  blank: 1,
  /** Each cell of a hole of this many rows costs twice as much as a lone blank cell: many small blanks are better than a hole. */
  holeRows: 4,
  /** Two titles of similar size side by side at the same height read as one (碰题). */
  collidingTitles: 8,
  /** Two pictures of different articles that touch across a gutter. */
  touchingPlates: 25,
  /** A row beyond the foot of the sheet, whatever its width. */
  overflowRow: 400,
} as const

/** Titles are of similar size if the larger is less than this many times the smaller. */
const similarSizes = 1.3

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
  return {
    rows,
    cost: first.cost + second.cost + meetingCost(first, second),
    blankCost: first.blankCost + second.blankCost + (holeCost(first, rows) + holeCost(second, rows)),
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

/** What titles and pictures cost that meet where the two layouts meet. */
const meetingCost = (first: Layout, second: Layout): number =>
  (areSimilar(first.headSize, second.headSize) ? costs.collidingTitles : 0) +
  (first.plateAt.right && second.plateAt.left ? costs.touchingPlates : 0)

const areSimilar = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && Math.max(one, other) < Math.min(one, other) * similarSizes

/** What a layout leaves blank of the rows that it is given. */
const holeCost = ({ rows: own, stretch, span }: Layout, rows: number): number => {
  const blankRows = Math.max(0, rows - own - stretch)
  return costs.blank * blankRows * span * (1 + blankRows / costs.holeRows)
}

/**
 * What a layout costs as a whole page. A blank at the foot costs as much as a blank elsewhere.
 * @param blankWeight how many times its cost a blank counts
 */
export const pageCost = (
  layout: Layout,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  blankWeight: number,
): number =>
  layout.cost +
  blankWeight * (layout.blankCost + costs.blank * Math.max(0, rows - layout.rows - layout.stretch) * columns) +
  costs.overflowRow * Math.max(0, layout.rows - rows)
