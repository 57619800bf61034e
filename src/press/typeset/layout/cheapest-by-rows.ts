import type { Measures, Tree } from './layout-tree'

/** The cheapest layout of every height of some units over a width. Among equally cheap ones the first stays. */
export class CheapestByRows<Shape> {
  readonly #byRows = new Map<number, { readonly tree: Tree<Shape>; readonly weighed: number }>()
  readonly #blankWeight: number

  /** @param blankWeight how many times its cost a blank counts */
  constructor(blankWeight: number) {
    this.#blankWeight = blankWeight
  }

  #weigh({ cost, blankCost }: Measures): number {
    return cost + this.#blankWeight * blankCost
  }

  /** Whether a layout would be kept. Ask before you make one: most are not worth making. */
  wants(measures: Measures): boolean {
    const known = this.#byRows.get(measures.rows)
    return known === undefined || this.#weigh(measures) < known.weighed
  }

  /** Keeps a layout that is wanted instead of the one of the same height. */
  keep(tree: Tree<Shape>): void {
    this.#byRows.set(tree.rows, { tree, weighed: this.#weigh(tree) })
  }

  /** At most `count` layouts: those that cost least when each cell of their area costs `cellPrice` as well. */
  best(count: number, cellPrice: number): Tree<Shape>[] {
    const priced = ({ tree, weighed }: { readonly tree: Tree<Shape>; readonly weighed: number }): number =>
      weighed + cellPrice * tree.rows * tree.span
    return [...this.#byRows.values()]
      .sort((a, b) => priced(a) - priced(b) || a.tree.rows - b.tree.rows)
      .slice(0, count)
      .map(({ tree }) => tree)
  }
}
