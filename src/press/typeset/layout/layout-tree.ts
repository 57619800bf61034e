/**
 * Layouts of neighbouring units, joined one over the other or side by side, and what they cost. Heights are rows of the grid,
 * widths columns.
 */

interface Layout {
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
}

/** One way to set a unit. */
export interface Candidate<Shape> extends Layout {
  readonly shape: Shape
}
interface Leaf<Shape> extends Layout {
  readonly kind: 'leaf'
  readonly candidate: Candidate<Shape>
}
interface Split<Shape> extends Layout {
  readonly kind: 'across' | 'down'
  readonly first: Tree<Shape>
  readonly second: Tree<Shape>
}
export type Tree<Shape> = Leaf<Shape> | Split<Shape>

/** Rows between units one over the other: a hairline with air. */
export const gapRows = 1
/** A gap may grow by so many rows. */
export const gapStretch = 1

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
} as const

export const leafOf = <Shape>(candidate: Candidate<Shape>): Tree<Shape> => {
  const { span, rows, stretch, cost, blankCost, headSize, plateAt } = candidate
  return { kind: 'leaf', span, rows, stretch, cost, blankCost, headSize, plateAt, candidate }
}

export const rowsAcross = (first: Layout, second: Layout): number => first.rows + gapRows + second.rows

/** One over the other. */
export const across = <Shape>(first: Tree<Shape>, second: Tree<Shape>): Tree<Shape> => ({
  kind: 'across',
  first,
  second,
  span: first.span,
  rows: rowsAcross(first, second),
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
 * Rows of two side by side: the lower of the two is stretched, and what it can't fill is blank. Where one can grow much further
 * than the other, it may be let grow by a share of that: a blank beside it costs less than one under both.
 */
export const rowsDown = (first: Layout, second: Layout, growth: number): number => {
  const least = Math.max(first.rows, second.rows)
  const most = Math.max(least, first.rows + first.stretch, second.rows + second.stretch)
  return least + Math.round((most - least) * growth)
}

const blankBeside = ({ rows: own, stretch, span }: Layout, rows: number): number => {
  const blankRows = Math.max(0, rows - own - stretch)
  return costs.blank * blankRows * span * (1 + blankRows / costs.holeRows)
}

/** What two cost by standing side by side over so many rows, beyond what each costs. */
export const blankDown = (first: Layout, second: Layout, rows: number): number =>
  blankBeside(first, rows) + blankBeside(second, rows)

/** What titles and pictures cost that meet where the two do. */
export const meetingDown = (first: Layout, second: Layout): number =>
  (isLikeSize(first.headSize, second.headSize) ? costs.collidingTitles : 0) +
  (first.plateAt.right && second.plateAt.left ? costs.touchingPlates : 0)

/** Side by side over so many rows. */
export const down = <Shape>(first: Tree<Shape>, second: Tree<Shape>, rows: number): Tree<Shape> => ({
  kind: 'down',
  first,
  second,
  span: first.span + second.span,
  rows,
  stretch: Math.max(0, Math.min(first.rows + first.stretch, second.rows + second.stretch) - rows),
  cost: first.cost + second.cost + meetingDown(first, second),
  blankCost: first.blankCost + second.blankCost + blankDown(first, second, rows),
  headSize: Math.max(first.headSize, second.headSize),
  plateAt: { left: first.plateAt.left, right: second.plateAt.right },
})

/** The cheapest layout of every height of some units over some columns. */
export class CheapestByRows<Shape> {
  readonly #byRows = new Map<number, { readonly tree: Tree<Shape>; readonly weighed: number }>()
  readonly #blankWeight: number

  /** @param blankWeight how many times as much blanks are minded as their costs say */
  constructor(blankWeight: number) {
    this.#blankWeight = blankWeight
  }

  /** Makes and keeps the layout if nothing of its height is as cheap: most are not worth making. */
  offer(rows: number, cost: number, blankCost: number, make: () => Tree<Shape>): void {
    const weighed = cost + this.#blankWeight * blankCost
    const known = this.#byRows.get(rows)
    if (known === undefined || weighed < known.weighed) this.#byRows.set(rows, { tree: make(), weighed })
  }

  /** So many of them: those that cost least when a cell is worth `thrift`. */
  best(kept: number, thrift: number): Tree<Shape>[] {
    const worth = ({ tree, weighed }: { readonly tree: Tree<Shape>; readonly weighed: number }): number =>
      weighed + thrift * tree.rows * tree.span
    return [...this.#byRows.values()]
      .sort((a, b) => worth(a) - worth(b) || a.tree.rows - b.tree.rows)
      .slice(0, kept)
      .map(({ tree }) => tree)
  }
}
