/**
 * Finds how the units of a page stand together: of all slicing structures (a page cut again and again by horizontal or vertical
 * cuts) the cheapest. Units keep their reading order: what is read first stands above or to the left, so a page has exactly one
 * reading order, and nothing can overlap.
 *
 * The work is bounded in steps, never in seconds: the same choices always give the same page. Heights are rows of the grid,
 * widths columns.
 */

import { pageCost } from './layout-cost'
import { LayoutSearch, type LayoutWish } from './layout-search'
import { gapRows, gapStretch } from '../type-styles'
import type { Candidate, Tree } from './layout-tree'

/** A unit's place on the page. */
export interface Placed<Shape> {
  readonly shape: Shape
  readonly column: number
  readonly row: number
  readonly span: number
  /** Rows that it is to fill. */
  readonly rows: number
}

/**
 * The rule between two neighbours, by column and row of the grid: horizontal between stacked ones, in the middle of the gap, so
 * that its row may be half a row; vertical between those side by side, left of its column.
 */
export type SliceRule =
  | { readonly kind: 'stacked'; readonly column: number; readonly span: number; readonly row: number }
  | { readonly kind: 'side-by-side'; readonly column: number; readonly row: number; readonly rows: number }

export interface SlicedPage<Shape> {
  readonly placed: readonly Placed<Shape>[]
  readonly rules: readonly SliceRule[]
  /** Rows down to the foot of the lowest unit. */
  readonly rows: number
  /** With blanks counted once, whatever the wish's weight, so that pages can be compared. */
  readonly cost: number
  /** With blanks counted as often as the wish says. */
  readonly weighedCost: number
  /** The price of a cell that led to this page; undefined if nothing stands on it. */
  readonly cellPrice: number | undefined
  /** The layout of this page, and of the cheapest that is another one; none if nothing stands on it, or there is no other. */
  readonly tree?: Tree<Shape>
  readonly nextTree?: Tree<Shape>
}

export interface SliceWish extends LayoutWish {
  /** The price of a cell in the search; absent tries several. */
  readonly cellPrice?: number | undefined
}

/** A full page wants low layouts, for which a cell must cost something; an empty page wants high ones. */
const cellPrices = [2, 0.6, 0.15, -0.25]

const emptyPage = { placed: [], rules: [], rows: 0, cost: 0, weighedCost: 0, cellPrice: undefined }

/**
 * The cheapest page. Where no layout fits the sheet, its rows say how far it runs over.
 * @param choices the candidates of each unit, in reading order; at least one of each spans all columns
 * @param search of the same units in other orders, for the same wish
 */
export const slicePage = <Shape>(
  choices: readonly (readonly Candidate<Shape>[])[],
  wish: SliceWish,
  search: LayoutSearch<Shape> = new LayoutSearch(wish),
): SlicedPage<Shape> => {
  const { rows, blankWeight = 1 } = wish
  if (choices.length === 0) return emptyPage
  const tried = wish.cellPrice === undefined ? cellPrices : [wish.cellPrice]
  const found = tried
    .flatMap((cellPrice) =>
      search
        .layoutsOf(choices, cellPrice)
        .map((tree) => ({ tree, cellPrice, weighedCost: pageCost(tree, wish, blankWeight) })),
    )
    .sort((a, b) => a.weighedCost - b.weighedCost || a.tree.rows - b.tree.rows)
  const [cheapest] = found
  if (!cheapest) throw new Error('a unit has no candidate for the whole width')
  const { tree, cellPrice, weighedCost } = cheapest
  const nextTree = found.find((other) => !isAlike(other.tree, tree))?.tree
  const filled = Math.max(tree.rows, Math.min(rows, tree.rows + tree.stretch))
  return {
    ...placeTree(tree, { column: 0, row: 0, rows: filled }),
    rows: filled,
    cost: pageCost(tree, wish, 1),
    weighedCost,
    cellPrice,
    tree,
    ...(nextTree && { nextTree }),
  }
}

/** Whether two layouts of the same units place them alike, at whatever heights. */
const isAlike = <Shape>(one: Tree<Shape>, other: Tree<Shape>): boolean =>
  one.kind === 'single' || other.kind === 'single'
    ? one.kind === other.kind && one.span === other.span
    : one.kind === other.kind && isAlike(one.first, other.first) && isAlike(one.second, other.second)

/** Gives a layout its rows: spare ones go first to what can grow, then to gaps. */
const placeTree = <Shape>(
  tree: Tree<Shape>,
  at: { readonly column: number; readonly row: number; readonly rows: number },
): { readonly placed: Placed<Shape>[]; readonly rules: SliceRule[] } => {
  if (tree.kind === 'single') return { placed: [{ shape: tree.candidate.shape, span: tree.span, ...at }], rules: [] }
  const { first, second } = tree
  if (tree.kind === 'side-by-side') {
    const column = at.column + first.span
    const left = placeTree(first, at)
    const right = placeTree(second, { ...at, column })
    const rule: SliceRule = { kind: 'side-by-side', column, row: at.row, rows: at.rows }
    return { placed: [...left.placed, ...right.placed], rules: [...left.rules, ...right.rules, rule] }
  }
  const spare = Math.max(0, at.rows - tree.rows)
  const able = first.stretch + second.stretch
  const grown = Math.min(spare, able)
  const share = able === 0 ? 0 : Math.min(first.stretch, Math.round((grown * first.stretch) / able))
  const toFirst = Math.max(share, grown - second.stretch)
  const gap = gapRows + Math.min(gapStretch, spare - grown)
  const foot = at.row + first.rows + toFirst
  const upper = placeTree(first, { ...at, rows: first.rows + toFirst })
  const lower = placeTree(second, { ...at, row: foot + gap, rows: at.row + at.rows - foot - gap })
  const rule: SliceRule = { kind: 'stacked', column: at.column, span: tree.span, row: foot + gap / 2 }
  return { placed: [...upper.placed, ...lower.placed], rules: [...upper.rules, ...lower.rules, rule] }
}
