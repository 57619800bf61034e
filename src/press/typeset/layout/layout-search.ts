import { CheapestByRows } from './cheapest-by-rows'
import { growthsOf, measureSideBySide, measureStacked } from './layout-cost'
import { sideBySideOf, singleOf, stackedOf, type Candidate, type Tree } from './layout-tree'

/** How many layouts of different heights are kept of every group and width, by how many units the page has. */
export const keptOf = (units: number): number => (units <= 12 ? 16 : units <= 20 ? 8 : 4)

/** Larger groups are only stacked, over all columns: it bounds the time a page takes. */
const mostSideBySide = 7

/** Of layouts higher than so many times the page only the lowest is kept. */
const highest = 1.5

type Choices<Shape> = readonly (readonly Candidate<Shape>[])[]

/** The layouts kept of one group of units, by width; a width that was not tried has none. */
type GroupLayouts<Shape> = readonly (readonly Tree<Shape>[] | undefined)[]

/** Neighbouring units in reading order, and what their layouts are made from. */
interface Group<Shape> {
  readonly units: number
  /** Whether the group is all that stands on the page. */
  readonly isPage: boolean
  /** The ways to set its unit; none if it has several. */
  readonly candidates: readonly Candidate<Shape>[]
  /** Every way to cut it into two smaller groups. */
  readonly cuts: readonly (readonly [first: GroupLayouts<Shape>, second: GroupLayouts<Shape>])[]
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index)

/** The page to find layouts for. */
export interface LayoutWish {
  readonly columns: number
  readonly rows: number
  /** How many times its cost a blank counts; absent is once. */
  readonly blankWeight?: number
}

/**
 * Searches the layouts of a page by dynamic programming: the layouts of a group of neighbouring units are joined from those of
 * smaller groups. It remembers each group, so that another order of the units costs only the groups that differ.
 */
export class LayoutSearch<Shape> {
  readonly #wish: LayoutWish
  readonly #numbers = new Map<readonly Candidate<Shape>[], number>()
  readonly #groups = new Map<string, GroupLayouts<Shape>>()

  constructor(wish: LayoutWish) {
    this.#wish = wish
  }

  /**
   * The layouts kept of all units over all columns.
   * @param cellPrice what a cell of a layout's area costs when it is decided which layouts to keep
   */
  layoutsOf(choices: Choices<Shape>, cellPrice: number): readonly Tree<Shape>[] {
    const count = choices.length
    const kept = keptOf(count)
    const numbers = choices.map((candidates) => this.#numberOf(candidates))
    const table = new Map<number, GroupLayouts<Shape>>()
    const keyOf = (from: number, to: number): number => from * (count + 1) + to
    const found = (from: number, to: number): GroupLayouts<Shape> => table.get(keyOf(from, to)) ?? []
    for (let units = 1; units <= count; units++)
      for (let from = 0; from + units <= count; from++) {
        const to = from + units
        const name = `${String(cellPrice)}: ${numbers.slice(from, to).join(' ')}`
        const layouts =
          this.#groups.get(name) ??
          this.#groupLayouts(
            {
              units,
              isPage: units === count,
              candidates: units === 1 ? (choices[from] ?? []) : [],
              cuts: range(from + 1, to).map((middle) => [found(from, middle), found(middle, to)]),
            },
            kept,
            cellPrice,
          )
        this.#groups.set(name, layouts)
        table.set(keyOf(from, to), layouts)
      }
    return found(0, count)[this.#wish.columns] ?? []
  }

  #numberOf(candidates: readonly Candidate<Shape>[]): number {
    const number = this.#numbers.get(candidates) ?? this.#numbers.size
    this.#numbers.set(candidates, number)
    return number
  }

  #groupLayouts(group: Group<Shape>, kept: number, cellPrice: number): GroupLayouts<Shape> {
    const { columns, blankWeight = 1 } = this.#wish
    const layouts: Tree<Shape>[][] = []
    const narrowest = group.isPage || group.units > mostSideBySide ? columns : 1
    for (let span = narrowest; span <= columns; span++) {
      const cheapest = new CheapestByRows<Shape>(blankWeight)
      for (const candidate of group.candidates)
        if (candidate.span === span && cheapest.wants(candidate)) cheapest.keep(singleOf(candidate))
      this.#join(group, span, cheapest)
      layouts[span] = cheapest.best(kept, cellPrice)
    }
    return layouts
  }

  /** Offers every join of two smaller groups over `span` columns. */
  #join({ cuts, units }: Group<Shape>, span: number, cheapest: CheapestByRows<Shape>): void {
    const mostRows = this.#wish.rows * highest
    let lowest = Infinity
    for (const [before, after] of cuts) {
      for (const first of before[span] ?? [])
        for (const second of after[span] ?? []) {
          const measures = measureStacked(first, second)
          if (measures.rows > mostRows && measures.rows >= lowest) continue
          lowest = Math.min(lowest, measures.rows)
          if (cheapest.wants(measures)) cheapest.keep(stackedOf(first, second, measures))
        }
      if (units > mostSideBySide) continue
      for (let left = 1; left < span; left++)
        for (const first of before[left] ?? [])
          for (const second of after[span - left] ?? [])
            for (const growth of growthsOf(first, second)) {
              const measures = measureSideBySide(first, second, growth)
              if (cheapest.wants(measures)) cheapest.keep(sideBySideOf(first, second, measures))
            }
    }
  }
}
