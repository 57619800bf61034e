import { blankShare } from './blank-share'
import { candidatesFor } from './candidates'
import { createFlows, type AspectOf } from './flow'
import type { CornerMasthead } from './corner-masthead'
import { columnLeft, rowTop, spanWidth, type Grid } from './grid'
import { createTitleBlocks } from './piece-titles'
import type { Candidate } from './layout-tree'
import type { DrawnUnit } from './place-unit'
import { mergeParts, noParts, type DrawnFurniture, type DrawnGround, type SettingParts } from './setting-parts'
import { slicePage, type Placed, type SliceRule } from './slice-page'
import type { Unit } from './unit'
import { fitTo, type PageContext, type UnitShape } from './unit-shape'
import { placeShape } from './vertical-shape'

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
  readonly drawn: readonly (DrawnUnit & { readonly fitted: UnitShape })[]
  readonly parts: SettingParts
  readonly blank: number
}

const ruleOf = (rule: SliceRule, firstRow: number, grid: Grid): DrawnGround => {
  const half = Math.round(grid.gutter / 2)
  if (rule.kind === 'across')
    return {
      x: columnLeft(grid, rule.column),
      y: Math.round(rowTop(grid, firstRow + rule.row)),
      width: spanWidth(grid, rule.span),
      height: 0,
      role: 'rule',
    }
  const y = rowTop(grid, firstRow + rule.row)
  return { x: columnLeft(grid, rule.column) - half, y, width: 0, height: rule.rows * grid.leading, role: 'rule' }
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
    headSize: 0,
    plateAt: { left: false, right: false },
    shape: masthead,
  }))

/** A page blanker than this is laid out again, blanks minded more and more. */
const mostBlank = 0.06
const blankWeights = [2, 3, 5, 8]
/** A page with so little text that its foot stays blank is not laid out again. */
const leastFilled = 0.8
/** Headlines of a page that runs over its foot are set smaller. */
const tightTitles = 0.8
/** A sheet that must grow grows by a few rows more: the very lowest layout has no regard for looks. */
const easedRows = 5

/** Every layout of the units with headlines of a size, by how much blanks are minded. */
const layoutsWith = (units: readonly Unit[], { firstRow, furniture, masthead }: PageRoom, context: PageContext) => {
  const { grid } = context
  const choices: readonly (readonly Candidate<UnitShape | CornerMasthead>[])[] = [
    ...(masthead ? [mastheadChoices(masthead, grid.columns)] : []),
    ...units.map((unit) => candidatesFor(unit, context)),
  ]
  return (rows: number, blankWeight = 1): LaidPage => {
    const sliced = slicePage(choices, { columns: grid.columns, rows, blankWeight })
    const placed = sliced.placed.flatMap(({ shape, ...spot }) => ('draw' in shape ? [] : [{ shape, ...spot }]))
    const corner = sliced.placed.flatMap(({ shape, column, row, rows }) =>
      'draw' in shape ? [shape.draw({ column, row: firstRow + row, rows })] : [],
    )
    const drawn = placed.map(({ shape, column, row, rows }) => {
      const fitted = fitTo(shape, rows, context)
      return { fitted, ...placeShape(fitted, { column, row: firstRow + row, rows }, grid) }
    })
    const grounds = sliced.rules.map((rule) => ruleOf(rule, firstRow, grid))
    const parts = mergeParts([
      ...corner,
      ...drawn.map((one) => one.parts),
      { ...noParts, grounds, furniture: [...furniture] },
    ])
    const sheetRows = Math.max(grid.rows, firstRow + sliced.rows)
    const blank = blankShare(parts, grid, sheetRows)
    return { placed, rows: sliced.rows, cost: sliced.cost, drawn, parts, blank }
  }
}

/**
 * The best layout of a page: where it runs over the foot, with smaller headlines, then on a longer sheet; where too much stays
 * blank, the least blank of several.
 */
export const layPage = (units: readonly Unit[], room: PageRoom): LaidPage => {
  const { aspectOf, grid } = room
  let rows = grid.rows - room.firstRow
  const flows = createFlows(aspectOf, grid)
  const titleBlocks = createTitleBlocks(grid)
  const context: PageContext = { flows, titleBlocks, aspectOf, grid, titleScale: 1 }
  let layOut = layoutsWith(units, room, context)
  let laid = layOut(rows)
  if (laid.rows > rows) {
    const tight = layoutsWith(units, room, { ...context, titleScale: tightTitles })
    const again = tight(rows)
    if (again.rows < laid.rows) [layOut, laid] = [tight, again]
  }
  if (laid.rows > rows) {
    rows = laid.rows + easedRows
    laid = layOut(rows)
  }
  for (const weight of blankWeights) {
    if (laid.blank <= mostBlank || laid.rows < rows * leastFilled) break
    const again = layOut(rows, weight)
    if (again.blank < laid.blank && again.rows <= Math.max(rows, laid.rows)) laid = again
  }
  return laid
}
