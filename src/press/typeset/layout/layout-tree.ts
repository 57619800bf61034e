/**
 * Layouts of neighbouring units: one unit, two layouts stacked, or two layouts side by side. Heights are rows of the grid,
 * widths columns.
 */

import { gapStretch } from '../type-styles'

/** The figures by which layouts of the same units and width compete; `layout-cost.ts` computes them for a join. */
export interface Measures {
  readonly rows: number
  /** In cells of one column and one row, without the cost of blanks. */
  readonly cost: number
  /** Cost of the blanks, in cells. It stands apart because a page may weigh blanks more. */
  readonly blankCost: number
}

export interface Layout extends Measures {
  readonly span: number
  /** Rows that it can grow by without a blank: with a larger picture, more text, or air around its title. */
  readonly stretch: number
  /** Type size of the headline at its head, in body sizes; undefined without a headline. */
  readonly headSize: number | undefined
  /** Whether a picture stands at its left or right edge. */
  readonly plateAt: { readonly left: boolean; readonly right: boolean }
}

/** One way to set a unit. */
export interface Candidate<Shape> extends Layout {
  readonly shape: Shape
}

export interface Single<Shape> extends Layout {
  readonly kind: 'single'
  readonly candidate: Candidate<Shape>
}

/** Two layouts, `first` being read first: it stands above `second`, or to the left of it. */
export interface Join<Shape> extends Layout {
  readonly kind: 'stacked' | 'side-by-side'
  readonly first: Tree<Shape>
  readonly second: Tree<Shape>
}

export type Tree<Shape> = Single<Shape> | Join<Shape>

export const singleOf = <Shape>(candidate: Candidate<Shape>): Tree<Shape> => {
  const { span, rows, stretch, cost, blankCost, headSize, plateAt } = candidate
  return { kind: 'single', span, rows, stretch, cost, blankCost, headSize, plateAt, candidate }
}

export const stackedOf = <Shape>(
  first: Tree<Shape>,
  second: Tree<Shape>,
  { rows, cost, blankCost }: Measures,
): Tree<Shape> => ({
  kind: 'stacked',
  first,
  second,
  span: first.span,
  rows,
  stretch: first.stretch + second.stretch + gapStretch,
  cost,
  blankCost,
  headSize: first.headSize,
  plateAt: {
    left: first.plateAt.left || second.plateAt.left,
    right: first.plateAt.right || second.plateAt.right,
  },
})

const largerOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one

export const sideBySideOf = <Shape>(
  first: Tree<Shape>,
  second: Tree<Shape>,
  { rows, cost, blankCost }: Measures,
): Tree<Shape> => ({
  kind: 'side-by-side',
  first,
  second,
  span: first.span + second.span,
  rows,
  stretch: Math.max(0, Math.min(first.rows + first.stretch, second.rows + second.stretch) - rows),
  cost,
  blankCost,
  headSize: largerOf(first.headSize, second.headSize),
  plateAt: { left: first.plateAt.left, right: second.plateAt.right },
})
