/**
 * Finds how the units of a page stand together: among slicing structures (a page cut again and again, across or downwards)
 * the one of least cost. Units keep their reading order: what is read first stands above or to the left, so that a page has
 * one reading order and nothing overlaps by construction.
 *
 * Bounded in steps, never in seconds: the same choices give the same page. Heights are rows of the grid, widths columns.
 */

import { KnownLayouts, type LayoutWish } from './known-layouts'
import { gapRows, gapStretch, type Candidate, type Tree } from './layout-tree'

/** A unit's place on the page. */
export interface Placed<Shape> {
  readonly shape: Shape
  readonly column: number
  readonly row: number
  readonly span: number
  /** Rows that it is to fill. */
  readonly rows: number
}

/** Lines that part neighbours, by column and row of the grid; halves stand in the middle of a gap. */
export type SliceRule =
  | { readonly kind: 'across'; readonly column: number; readonly span: number; readonly row: number }
  | { readonly kind: 'down'; readonly column: number; readonly row: number; readonly rows: number }

export interface SlicedPage<Shape> {
  readonly placed: readonly Placed<Shape>[]
  readonly rules: readonly SliceRule[]
  /** Rows down to the foot of the lowest unit. */
  readonly rows: number
  /** By costs as they stand, whatever the wish's weight: pages can be compared. */
  readonly cost: number
  /** With blanks minded as much as was wished. */
  readonly weighedCost: number
  /** The thrift that led to it. */
  readonly thrift: number
}

export interface SliceWish extends LayoutWish {
  /** What a cell is worth while layouts are thinned, where that is known; else several are tried. */
  readonly thrift?: number
}

/** What a blank cell at the page's foot costs, and a row beyond the sheet's foot over all its columns. */
const blankCell = 1
const overflowRow = 400

/** Gives a tree its rows: spare ones go first to what can grow, then to gaps. */
const place = <Shape>(
  tree: Tree<Shape>,
  at: { readonly column: number; readonly row: number; readonly rows: number },
): { readonly placed: Placed<Shape>[]; readonly rules: SliceRule[] } => {
  if (tree.kind === 'leaf') return { placed: [{ shape: tree.candidate.shape, span: tree.span, ...at }], rules: [] }
  const { first, second } = tree
  if (tree.kind === 'down') {
    const left = place(first, at)
    const right = place(second, { ...at, column: at.column + first.span })
    const rule: SliceRule = { kind: 'down', column: at.column + first.span, row: at.row, rows: at.rows }
    return { placed: [...left.placed, ...right.placed], rules: [...left.rules, ...right.rules, rule] }
  }
  const spare = Math.max(0, at.rows - tree.rows)
  const able = first.stretch + second.stretch
  const grown = Math.min(spare, able)
  const own = able === 0 ? 0 : Math.min(first.stretch, Math.round((grown * first.stretch) / able))
  const toFirst = Math.max(own, grown - second.stretch)
  const gap = gapRows + Math.min(gapStretch, spare - grown)
  const upper = place(first, { ...at, rows: first.rows + toFirst })
  const head = at.row + first.rows + toFirst
  const lower = place(second, { ...at, row: head + gap, rows: at.row + at.rows - head - gap })
  const rule: SliceRule = { kind: 'across', column: at.column, span: tree.span, row: head + gap / 2 }
  return { placed: [...upper.placed, ...lower.placed], rules: [...upper.rules, ...lower.rules, rule] }
}

/** What a cell is worth while layouts are thinned: on a full page low layouts are wanted, on an empty one high ones. */
const thrifts = [2, 0.6, 0.15, -0.25]

/**
 * The best page. Where nothing fits the sheet, the lowest: its rows say how far it runs over.
 * @param choices the candidates of each unit, units in reading order; none empty
 * @param known of the same units in other orders, to the same wish
 */
export const slicePage = <Shape>(
  choices: readonly (readonly Candidate<Shape>[])[],
  wish: SliceWish,
  known: KnownLayouts<Shape> = new KnownLayouts(wish),
): SlicedPage<Shape> => {
  const { columns, rows, blankWeight = 1 } = wish
  if (choices.length === 0) return { placed: [], rules: [], rows: 0, cost: 0, weighedCost: 0, thrift: 0 }
  /** Blank at the foot counts as blank anywhere; what runs over the foot counts far more. */
  const costOf = (tree: Tree<Shape>, weight = blankWeight): number =>
    tree.cost +
    weight * (tree.blankCost + blankCell * Math.max(0, rows - tree.rows - tree.stretch) * columns) +
    overflowRow * Math.max(0, tree.rows - rows)
  const tried = wish.thrift === undefined ? thrifts : [wish.thrift]
  const all = tried.flatMap((thrift) => known.of(choices, thrift).map((tree) => ({ tree, thrift })))
  const [chosen] = all.sort((a, b) => costOf(a.tree) - costOf(b.tree) || a.tree.rows - b.tree.rows)
  if (!chosen) throw new Error('a unit has no candidate for the whole width')
  const { tree, thrift } = chosen
  const filled = Math.max(tree.rows, Math.min(rows, tree.rows + tree.stretch))
  return {
    ...place(tree, { column: 0, row: 0, rows: filled }),
    rows: filled,
    cost: costOf(tree, 1),
    weighedCost: costOf(tree),
    thrift,
  }
}
