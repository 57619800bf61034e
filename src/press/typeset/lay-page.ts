import type { Unit } from './copyfit/unit'
import type { Grid } from './grid'
import { createPageLayouts, type LaidPage, type LayoutOptions, type PageRoom } from './page-layouts'

/** A further way to lay out a page that did not come out well. */
interface Attempt {
  readonly name: string
  /** Whether the best page so far calls for it. */
  readonly when: (best: LaidPage) => boolean
  /** How it is laid out: like the best page so far, but for some options. */
  readonly change: (best: LaidPage) => Partial<LayoutOptions>
  /** Whether it is better than the best page so far. */
  readonly accept: (page: LaidPage, best: LaidPage, grid: Grid) => boolean
}

const runsOver = ({ rows, options }: LaidPage): boolean => rows > options.rows

/** A page with more than this share blank is laid out again. */
const mostBlank = 0.06
/** A page that is filled to less than this share of its rows has too little text: another layout can't help. */
const leastFilled = 0.8

const isTooBlank = ({ blank, rows, options }: LaidPage): boolean =>
  blank > mostBlank && rows >= options.rows * leastFilled

/** What each blank cell beyond `mostBlank` costs in addition when two orders of the units are compared. */
const blankPenalty = 2

const badnessOf = ({ cost, blank, rows }: LaidPage, { columns }: Grid): number =>
  cost + Math.max(0, blank - mostBlank) * columns * rows * blankPenalty

/** Shares of their size that headlines are set at, one after the other, before the sheet grows. */
const titleScales = [0.8, 0.65, 0.5]
/** A page that runs over by more than this share of its rows has too much text for smaller headlines to help. */
const mostOver = 0.12

const isFarOver = ({ rows, options }: LaidPage): boolean => rows > options.rows * (1 + mostOver)

const smallerHeadlines = (titleScale: number, index: number): Attempt => ({
  name: `headlines at ${titleScale * 100} %`,
  when: (best) => runsOver(best) && (index === 0 || !isFarOver(best)),
  change: () => ({ titleScale }),
  accept: (page) => !runsOver(page),
})

/** A few rows more than the lowest layout needs, since that one is not chosen for its looks. */
const easedRows = 5

const longerSheet: Attempt = {
  name: 'a longer sheet',
  when: runsOver,
  change: ({ rows }) => ({ rows: rows + easedRows }),
  accept: () => true,
}

const weighedBlanks = (blankWeight: number): Attempt => ({
  name: `blanks weighed ${blankWeight} times`,
  when: isTooBlank,
  change: ({ cellPrice }) => ({ blankWeight, cellPrice }),
  accept: (page, best) => page.blank < best.blank && page.rows <= Math.max(best.options.rows, best.rows),
})

const changedOrder: Attempt = {
  name: 'equals in another order',
  when: isTooBlank,
  change: () => ({ blankWeight: 2, cellPrice: undefined, isReordered: true }),
  accept: (page, best, grid) => badnessOf(page, grid) < badnessOf(best, grid),
}

/** Tried from first to last, each on the best page so far. */
const attempts: readonly Attempt[] = [
  ...titleScales.map(smallerHeadlines),
  longerSheet,
  weighedBlanks(2),
  weighedBlanks(3),
  weighedBlanks(5),
  weighedBlanks(8),
  changedOrder,
]

/** The best layout of a page: the usual one, or a later attempt where that runs over the foot or leaves too much blank. */
export const layPage = (units: readonly Unit[], room: PageRoom): LaidPage => {
  const { grid, firstRow } = room
  const layOut = createPageLayouts(units, room)
  let best = layOut({ titleScale: 1, rows: grid.rows - firstRow, blankWeight: 1, isReordered: false })
  for (const { when, change, accept } of attempts) {
    if (!when(best)) continue
    const page = layOut({ ...best.options, ...change(best) })
    if (accept(page, best, grid)) best = page
  }
  return best
}
