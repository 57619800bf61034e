import { candidatesFor } from './copyfit/candidates'
import { fitTo } from './copyfit/fit-shape'
import { createTitleSettings } from './copyfit/title-setting'
import { standingOf, type Unit } from './copyfit/unit'
import type { PageContext, UnitShape } from './copyfit/unit-shape'
import { blankShare } from './drawing/blank-share'
import { drawRules } from './drawing/draw-rules'
import { drawShape } from './drawing/draw-shape'
import type { DrawnUnit } from './drawing/draw-unit'
import type { CornerMasthead } from './furniture/corner-masthead'
import type { Grid } from './grid'
import type { Candidate } from './layout/layout-tree'
import { slicePage, type Placed, type SliceWish } from './layout/slice-page'
import { sliceReordered, type Choice } from './layout/slice-reordered'
import { createFlows, type AspectOf } from './lines/flow'
import { mergeParts, noParts, type DrawnFurniture, type SettingParts } from './setting-parts'

/** Where the units of a page may stand. */
export interface PageRoom {
  readonly aspectOf: AspectOf
  readonly grid: Grid
  /** The rows above are taken by furniture of the page's own. */
  readonly firstRow: number
  readonly furniture: readonly DrawnFurniture[]
  /** Stands in the corner where reading begins. */
  readonly masthead?: CornerMasthead
}

/** A page's layout, and what is drawn of it; `drawn` in the order of `placed`. */
export interface LaidPage {
  readonly placed: readonly Placed<UnitShape>[]
  /** Rows down to the foot of the lowest unit. */
  readonly rows: number
  readonly cost: number
  /** What a cell was worth in the search that found it. */
  readonly cellPrice: number | undefined
  readonly drawn: readonly (DrawnUnit & { readonly fitted: UnitShape })[]
  readonly parts: SettingParts
  readonly blank: number
}

/** A masthead that does not stand beside anything, for want of articles, stands over all columns at a cost. */
const loneMasthead = 1000

const mastheadChoices = (masthead: CornerMasthead, columns: number): Candidate<CornerMasthead>[] =>
  [...new Set([masthead.span, columns])].map((span) => ({
    span,
    rows: masthead.rows,
    stretch: 4,
    cost: span === masthead.span ? 0 : loneMasthead,
    blankCost: 0,
    headSize: undefined,
    plateAt: { left: false, right: false },
    shape: masthead,
  }))

/** A page blanker than this is laid out again, blanks minded more and more. */
const mostBlank = 0.06
const blankWeights = [2, 3, 5, 8] as const
/** What a blank cell beyond that costs, over its cost in the layout. */
const blankPenalty = 2
/** A page with so little text that its foot stays blank is not laid out again. */
const leastFilled = 0.8
/** Headlines of a page that runs over its foot are set smaller, where it then fits. */
const tightTitles = 0.8
/** A sheet that must grow grows by a few rows more: the very lowest layout has no regard for looks. */
const easedRows = 5

type Minded = Pick<SliceWish, 'blankWeight' | 'cellPrice'> & { readonly isReordered?: boolean }

/** Every layout of the units with headlines of a size, by how much blanks are minded. */
const layoutsWith = (units: readonly Unit[], { firstRow, furniture, masthead }: PageRoom, context: PageContext) => {
  const { grid } = context
  const choices: readonly Choice<UnitShape | CornerMasthead>[] = [
    ...(masthead ? [{ standing: 'masthead', candidates: mastheadChoices(masthead, grid.columns) }] : []),
    ...units.map((unit) => ({ standing: standingOf(unit), candidates: candidatesFor(unit, context) })),
  ]
  const inOrder = choices.map(({ candidates }) => candidates)
  return (rows: number, { isReordered = false, ...minded }: Minded = {}): LaidPage => {
    const wish: SliceWish = { columns: grid.columns, rows, ...minded }
    const sliced = isReordered ? sliceReordered(choices, wish) : slicePage(inOrder, wish)
    const placed = sliced.placed.flatMap(({ shape, ...spot }) => ('draw' in shape ? [] : [{ shape, ...spot }]))
    const corner = sliced.placed.flatMap(({ shape, column, row, rows }) =>
      'draw' in shape ? [shape.draw({ column, row: firstRow + row, rows })] : [],
    )
    const drawn = placed.map(({ shape, column, row, rows }) => {
      const fitted = fitTo(shape, rows, context)
      return { fitted, ...drawShape(fitted, { column, row: firstRow + row, rows }, grid) }
    })
    const grounds = drawRules(sliced.rules, placed, firstRow, grid)
    const parts = mergeParts([
      ...corner,
      ...drawn.map((one) => one.parts),
      { ...noParts, grounds, furniture: [...furniture] },
    ])
    const sheetRows = Math.max(grid.rows, firstRow + sliced.rows)
    const blank = blankShare(parts, grid, sheetRows)
    return { placed, rows: sliced.rows, cost: sliced.cost, cellPrice: sliced.cellPrice, drawn, parts, blank }
  }
}

const badnessOf = ({ cost, blank, rows }: LaidPage, { columns }: Grid): number =>
  cost + Math.max(0, blank - mostBlank) * columns * rows * blankPenalty

/**
 * The best layout of a page: where it runs over the foot, with smaller headlines or on a longer sheet; where too much stays
 * blank, the least blank of several, then one in which equals have changed places.
 */
export const layPage = (units: readonly Unit[], room: PageRoom): LaidPage => {
  const { aspectOf, grid } = room
  let rows = grid.rows - room.firstRow
  const flows = createFlows(aspectOf, grid)
  const titleSettings = createTitleSettings(grid)
  const context: PageContext = { flows, titleSettings, aspectOf, grid, titleScale: 1 }
  let layOut = layoutsWith(units, room, context)
  let laid = layOut(rows)
  if (laid.rows > rows) {
    const tight = layoutsWith(units, room, { ...context, titleScale: tightTitles })
    const again = tight(rows)
    if (again.rows <= rows) [layOut, laid] = [tight, again]
  }
  if (laid.rows > rows) {
    rows = laid.rows + easedRows
    laid = layOut(rows)
  }
  const isTooBlank = (): boolean => laid.blank > mostBlank && laid.rows >= rows * leastFilled
  for (const blankWeight of blankWeights) {
    if (!isTooBlank()) return laid
    const again = layOut(rows, { blankWeight, cellPrice: laid.cellPrice })
    if (again.blank < laid.blank && again.rows <= Math.max(rows, laid.rows)) laid = again
  }
  if (!isTooBlank()) return laid
  const again = layOut(rows, { blankWeight: blankWeights[0], isReordered: true })
  return badnessOf(again, grid) < badnessOf(laid, grid) ? again : laid
}
