import { LayoutSearch } from './layout-search'
import type { Candidate } from './layout-tree'
import { slicePage, type SlicedPage, type SliceWish } from './slice-page'

/** The candidates of one unit, and its standing: units of one standing may change places. */
export interface Choice<Shape> {
  readonly standing: string
  readonly candidates: readonly Candidate<Shape>[]
}

/** How many places apart two units may be that change places: fewer where there are many units, to bound the time. */
const farthestOf = (units: number): number => (units <= 24 ? 3 : 1)

/**
 * The cheapest page when units of one standing may change places: the editor ranks articles, but the order of equals is up to
 * the page. Each pair is tried once, in order.
 */
export const sliceReordered = <Shape>(choices: readonly Choice<Shape>[], wish: SliceWish): SlicedPage<Shape> => {
  const search = new LayoutSearch<Shape>(wish)
  const sliced = (order: readonly Choice<Shape>[], cellPrice?: number): SlicedPage<Shape> =>
    slicePage(
      order.map(({ candidates }) => candidates),
      { ...wish, cellPrice: cellPrice ?? wish.cellPrice },
      search,
    )
  const farthest = farthestOf(choices.length)
  let order = choices
  let best = sliced(order)
  for (let index = 0; index < order.length; index++)
    for (let other = index + 1; other <= index + farthest; other++) {
      const [one, two] = [order[index], order[other]]
      if (!one || !two || one.standing !== two.standing) continue
      const changed = order.map((choice) => (choice === one ? two : choice === two ? one : choice))
      const page = sliced(changed, best.cellPrice)
      if (page.weighedCost < best.weighedCost) [order, best] = [changed, page]
    }
  return best
}
