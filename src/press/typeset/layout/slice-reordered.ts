import { KnownLayouts } from './known-layouts'
import type { Candidate } from './layout-tree'
import { slicePage, type SlicedPage, type SliceWish } from './slice-page'

/** The candidates of one unit, and what it is worth: units of one standing may change places. */
export interface Choice<Shape> {
  readonly standing: string
  readonly candidates: readonly Candidate<Shape>[]
}

/** So many places may two units be apart that change them: fewer where there are many, so that a page stays soon set. */
const farthestOf = (units: number): number => (units <= 24 ? 3 : 1)

/**
 * The best page when units of one standing may change places: the editor ranks articles, the order of equals is the page's.
 * Bounded: each pair is tried once, in order.
 */
export const sliceReordered = <Shape>(choices: readonly Choice<Shape>[], wish: SliceWish): SlicedPage<Shape> => {
  const known = new KnownLayouts<Shape>(wish)
  const sliced = (order: readonly Choice<Shape>[], thrift?: number): SlicedPage<Shape> =>
    slicePage(
      order.map(({ candidates }) => candidates),
      { ...wish, ...(thrift !== undefined && { thrift }) },
      known,
    )
  const farthest = farthestOf(choices.length)
  let order = choices
  let best = sliced(order)
  for (let index = 0; index < order.length; index++)
    for (let other = index + 1; other <= index + farthest; other++) {
      const [one, two] = [order[index], order[other]]
      if (!one || !two || one.standing !== two.standing) continue
      const changed = order.map((choice) => (choice === one ? two : choice === two ? one : choice))
      const page = sliced(changed, best.thrift)
      if (page.weighedCost < best.weighedCost) [order, best] = [changed, page]
    }
  return best
}
