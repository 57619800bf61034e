/**
 * Finds how the units of a page stand together: among slicing structures (a page cut again and again, across or downwards)
 * the one of least cost. Units keep their reading order: what is read first stands above or to the left, so that a page has
 * one reading order and nothing overlaps by construction.
 *
 * Bounded in steps, never in seconds: the same choices give the same page. Heights are rows of the grid, widths columns.
 */

/** One way to set a unit. */
export interface Candidate<Shape> {
  readonly span: number
  readonly rows: number
  /** Rows it may grow by without a blank: a larger picture, more of its text, air at its title. */
  readonly stretch: number
  /** What the eye minds about it, in cells of one column and one row, but for its blanks, which are counted apart. */
  readonly cost: number
  readonly blankCost: number
  /** Height of the headline's type that stands at its head, body sizes; 0 where there is none. */
  readonly headSize: number
  /** A picture stands at its left or right edge. */
  readonly plateAt: { readonly left: boolean; readonly right: boolean }
  readonly shape: Shape
}

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
  /** By `costs` as they stand, whatever the wish's weight: pages can be compared. */
  readonly cost: number
}

export interface SliceWish {
  readonly columns: number
  /** Rows that there are. */
  readonly rows: number
  /** How many times as much blanks are minded as `costs` says. */
  readonly blankWeight?: number
}

/** Rows between units one over the other: a hairline with air. */
const gapRows = 1
/** A gap may grow by so many rows. */
const gapStretch = 1

/** Costs, in cells. */
const costs = {
  /** A blank cell that nothing can fill. */
  blank: 1,
  /** A hole of so many rows is minded twice as much for each of its cells: blanks are spread rather than gathered. */
  holeRows: 4,
  /** Two titles of like size side by side at one height read as one (碰题). */
  collidingTitles: 8,
  /** Two pictures that touch across a gutter by accident. */
  touchingPlates: 25,
  /** Rows beyond the sheet's foot, each, over all its columns. */
  overflow: 400,
} as const

interface Leaf<Shape> {
  readonly kind: 'leaf'
  readonly candidate: Candidate<Shape>
}
interface Split<Shape> {
  readonly kind: 'across' | 'down'
  readonly first: Tree<Shape>
  readonly second: Tree<Shape>
}
type Tree<Shape> = Layout<Shape> & (Leaf<Shape> | Split<Shape>)

interface Layout<Shape> {
  readonly span: number
  readonly rows: number
  readonly stretch: number
  /** As of a candidate. */
  readonly cost: number
  readonly blankCost: number
  readonly headSize: number
  readonly plateAt: { readonly left: boolean; readonly right: boolean }
  readonly candidate?: Candidate<Shape>
}

const leafOf = <Shape>(candidate: Candidate<Shape>): Tree<Shape> => {
  const { span, rows, stretch, cost, blankCost, headSize, plateAt } = candidate
  return { kind: 'leaf', span, rows, stretch, cost, blankCost, headSize, plateAt, candidate }
}

/** One over the other. */
const across = <Shape>(first: Tree<Shape>, second: Tree<Shape>): Tree<Shape> => ({
  kind: 'across',
  first,
  second,
  span: first.span,
  rows: first.rows + gapRows + second.rows,
  stretch: first.stretch + second.stretch + gapStretch,
  cost: first.cost + second.cost,
  blankCost: first.blankCost + second.blankCost,
  headSize: first.headSize,
  plateAt: {
    left: first.plateAt.left || second.plateAt.left,
    right: first.plateAt.right || second.plateAt.right,
  },
})

const isLikeSize = (one: number, other: number): boolean =>
  one > 0 && other > 0 && Math.max(one, other) < Math.min(one, other) * 1.3

/**
 * Side by side: the lower of the two is stretched, and what it can't fill is blank. Where one can grow much further than the
 * other, it may be let grow by a share of that: a blank beside it costs less than one under both.
 */
const down = <Shape>(first: Tree<Shape>, second: Tree<Shape>, growth = 0): Tree<Shape> => {
  const least = Math.max(first.rows, second.rows)
  const most = Math.max(least, first.rows + first.stretch, second.rows + second.stretch)
  const rows = least + Math.round((most - least) * growth)
  const blankOf = ({ rows: own, stretch, span }: Tree<Shape>): number => {
    const blankRows = Math.max(0, rows - own - stretch)
    return blankRows * span * (1 + blankRows / costs.holeRows)
  }
  const isColliding = isLikeSize(first.headSize, second.headSize)
  const isTouching = first.plateAt.right && second.plateAt.left
  return {
    kind: 'down',
    first,
    second,
    span: first.span + second.span,
    rows,
    stretch: Math.max(0, Math.min(first.rows + first.stretch, second.rows + second.stretch) - rows),
    cost:
      first.cost + second.cost + (isColliding ? costs.collidingTitles : 0) + (isTouching ? costs.touchingPlates : 0),
    blankCost: first.blankCost + second.blankCost + costs.blank * (blankOf(first) + blankOf(second)),
    headSize: Math.max(first.headSize, second.headSize),
    plateAt: { left: first.plateAt.left, right: second.plateAt.right },
  }
}

/** Shares of what one of two neighbours can grow by. */
const growths = [0.25, 0.5, 0.75, 1]

/** So many layouts of different height are kept of every group of units at every width. */
const keptFor = (units: number): number => (units <= 12 ? 16 : units <= 20 ? 8 : 4)
/** Side by side stand groups of at most so many units. */
const mostSideBySide = 7

/** The cheapest layout of every height; of these so many are kept as cost least when a cell is worth `thrift`. */
const best = <Shape>(
  all: readonly Tree<Shape>[],
  kept: number,
  { thrift, blankWeight }: { readonly thrift: number; readonly blankWeight: number },
): Tree<Shape>[] => {
  const weighed = ({ cost, blankCost }: Tree<Shape>): number => cost + blankWeight * blankCost
  const byRows = new Map<number, Tree<Shape>>()
  for (const one of all) {
    const known = byRows.get(one.rows)
    if (!known || weighed(one) < weighed(known)) byRows.set(one.rows, one)
  }
  const worth = (tree: Tree<Shape>): number => weighed(tree) + thrift * tree.rows * tree.span
  return [...byRows.values()].sort((a, b) => worth(a) - worth(b) || a.rows - b.rows).slice(0, kept)
}

/** Gives a tree its rows: spare ones go first to what can grow, then to gaps. */
const place = <Shape>(
  tree: Tree<Shape>,
  at: { readonly column: number; readonly row: number; readonly rows: number },
): { readonly placed: Placed<Shape>[]; readonly rules: SliceRule[] } => {
  if (tree.kind === 'leaf') {
    const { candidate } = tree
    if (!candidate) return { placed: [], rules: [] }
    return { placed: [{ shape: candidate.shape, span: tree.span, ...at }], rules: [] }
  }
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

/** Every layout worth keeping of all units over the whole width. */
const layoutsFor = <Shape>(
  choices: readonly (readonly Candidate<Shape>[])[],
  { columns, rows, blankWeight = 1 }: SliceWish,
  thrift: number,
): readonly Tree<Shape>[] => {
  const count = choices.length
  const kept = keptFor(count)
  /** Layouts of units [from, to) at a width. */
  const table = new Map<number, Tree<Shape>[]>()
  const keyOf = (from: number, to: number, span: number): number => (from * (count + 1) + to) * (columns + 1) + span
  const layoutsOf = (from: number, to: number, span: number): readonly Tree<Shape>[] =>
    table.get(keyOf(from, to, span)) ?? []
  for (let size = 1; size <= count; size++) {
    for (let from = 0; from + size <= count; from++) {
      const to = from + size
      for (let span = 1; span <= columns; span++) {
        const all: Tree<Shape>[] = []
        let lowest = Infinity
        if (size === 1)
          for (const candidate of choices[from] ?? []) if (candidate.span === span) all.push(leafOf(candidate))
        for (let middle = from + 1; middle < to; middle++) {
          for (const first of layoutsOf(from, middle, span))
            for (const second of layoutsOf(middle, to, span)) {
              const one = across(first, second)
              // Of what runs far over the foot only the lowest is of use.
              if (one.rows > rows * 1.5 && one.rows >= lowest) continue
              lowest = Math.min(lowest, one.rows)
              all.push(one)
            }
          if (size > mostSideBySide) continue
          for (let left = 1; left < span; left++)
            for (const first of layoutsOf(from, middle, left))
              for (const second of layoutsOf(middle, to, span - left)) {
                all.push(down(first, second))
                if (Math.abs(first.stretch - second.stretch) > 4)
                  for (const growth of growths) all.push(down(first, second, growth))
              }
        }
        if (all.length > 0) table.set(keyOf(from, to, span), best(all, kept, { thrift, blankWeight }))
      }
    }
  }
  return layoutsOf(0, count, columns)
}

/**
 * The best page. Where nothing fits the sheet, the lowest: its rows say how far it runs over.
 * @param choices the candidates of each unit, units in reading order; none empty
 */
export const slicePage = <Shape>(
  choices: readonly (readonly Candidate<Shape>[])[],
  wish: SliceWish,
): SlicedPage<Shape> => {
  const { columns, rows, blankWeight = 1 } = wish
  if (choices.length === 0) return { placed: [], rules: [], rows: 0, cost: 0 }
  /** Blank at the foot counts as blank anywhere; what runs over the foot counts far more. */
  const costOf = (tree: Tree<Shape>, weight = blankWeight): number =>
    tree.cost +
    weight * (tree.blankCost + costs.blank * Math.max(0, rows - tree.rows - tree.stretch) * columns) +
    costs.overflow * Math.max(0, tree.rows - rows)
  const all = thrifts.flatMap((thrift) => layoutsFor(choices, wish, thrift))
  const [chosen] = all.sort((a, b) => costOf(a) - costOf(b) || a.rows - b.rows)
  if (!chosen) throw new Error('a unit has no candidate for the whole width')
  const filled = Math.max(chosen.rows, Math.min(rows, chosen.rows + chosen.stretch))
  return { ...place(chosen, { column: 0, row: 0, rows: filled }), rows: filled, cost: costOf(chosen, 1) }
}
