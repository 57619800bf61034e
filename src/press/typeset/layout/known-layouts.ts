import {
  across,
  blankDown,
  CheapestByRows,
  down,
  leafOf,
  meetingDown,
  rowsAcross,
  rowsDown,
  type Candidate,
  type Tree,
} from './layout-tree'

/** Shares of what one of two neighbours can grow by. */
const growths = [0, 0.25, 0.5, 0.75, 1]
const noGrowth = [0]

/** So many layouts of different height are kept of every group of units at every width. */
const keptFor = (units: number): number => (units <= 12 ? 16 : units <= 20 ? 8 : 4)
/** Side by side stand groups of at most so many units. */
const mostSideBySide = 7

type Choices<Shape> = readonly (readonly Candidate<Shape>[])[]
/** Layouts of one group of units, by width. */
type GroupLayouts<Shape> = readonly (readonly Tree<Shape>[] | undefined)[]

/** What layouts are looked for. */
export interface LayoutWish {
  readonly columns: number
  /** Rows that there are. */
  readonly rows: number
  /** How many times as much blanks are minded as their costs say. */
  readonly blankWeight?: number
}

/**
 * The layouts worth keeping of neighbouring units. What was found of a group is found again where the same units follow each
 * other on the page in another order of the rest.
 */
export class KnownLayouts<Shape> {
  readonly #wish: LayoutWish
  readonly #numbers = new Map<readonly Candidate<Shape>[], number>()
  readonly #groups = new Map<string, GroupLayouts<Shape>>()

  constructor(wish: LayoutWish) {
    this.#wish = wish
  }

  /**
   * The layouts of all units over the whole width.
   * @param thrift what a cell is worth while layouts are thinned
   */
  of(choices: Choices<Shape>, thrift: number): readonly Tree<Shape>[] {
    const count = choices.length
    const numbers = choices.map((candidates) => this.#numberOf(candidates))
    const table = new Map<number, GroupLayouts<Shape>>()
    const keyOf = (from: number, to: number): number => from * (count + 1) + to
    const layoutsOf = (from: number, to: number, span: number): readonly Tree<Shape>[] =>
      table.get(keyOf(from, to))?.[span] ?? []
    for (let size = 1; size <= count; size++)
      for (let from = 0; from + size <= count; from++) {
        const name = `${String(thrift)}: ${numbers.slice(from, from + size).join(' ')}`
        const group = this.#groups.get(name) ?? this.#groupOf(choices, from, from + size, thrift, layoutsOf)
        this.#groups.set(name, group)
        table.set(keyOf(from, from + size), group)
      }
    return layoutsOf(0, count, this.#wish.columns)
  }

  #numberOf(candidates: readonly Candidate<Shape>[]): number {
    const number = this.#numbers.get(candidates) ?? this.#numbers.size
    this.#numbers.set(candidates, number)
    return number
  }

  /** Layouts of units [from, to), made of those of smaller groups. */
  #groupOf(
    choices: Choices<Shape>,
    from: number,
    to: number,
    thrift: number,
    layoutsOf: (from: number, to: number, span: number) => readonly Tree<Shape>[],
  ): GroupLayouts<Shape> {
    const { columns, rows, blankWeight = 1 } = this.#wish
    const [count, size] = [choices.length, to - from]
    const kept = keptFor(count)
    const group: Tree<Shape>[][] = []
    // What can't stand beside anything stands over the whole width.
    for (let span = size > mostSideBySide || size === count ? columns : 1; span <= columns; span++) {
      const cheapest = new CheapestByRows<Shape>(blankWeight)
      let lowest = Infinity
      if (size === 1)
        for (const candidate of choices[from] ?? [])
          if (candidate.span === span)
            cheapest.offer(candidate.rows, candidate.cost, candidate.blankCost, () => leafOf(candidate))
      for (let middle = from + 1; middle < to; middle++) {
        for (const first of layoutsOf(from, middle, span))
          for (const second of layoutsOf(middle, to, span)) {
            const own = rowsAcross(first, second)
            // Of what runs far over the foot only the lowest is of use.
            if (own > rows * 1.5 && own >= lowest) continue
            lowest = Math.min(lowest, own)
            const blank = first.blankCost + second.blankCost
            cheapest.offer(own, first.cost + second.cost, blank, () => across(first, second))
          }
        if (size > mostSideBySide) continue
        for (let left = 1; left < span; left++)
          for (const first of layoutsOf(from, middle, left))
            for (const second of layoutsOf(middle, to, span - left)) {
              const cost = first.cost + second.cost + meetingDown(first, second)
              for (const growth of Math.abs(first.stretch - second.stretch) > 4 ? growths : noGrowth) {
                const own = rowsDown(first, second, growth)
                const blank = first.blankCost + second.blankCost + blankDown(first, second, own)
                cheapest.offer(own, cost, blank, () => down(first, second, own))
              }
            }
      }
      group[span] = cheapest.best(kept, thrift)
    }
    return group
  }
}
