import { blankShare } from './blank-share'
import { candidatesFor } from './candidates'
import { createFlows, type AspectOf } from './flow'
import { columnLeft, rowTop, spanWidth, type Grid } from './grid'
import { createTitleBlocks } from './piece-titles'
import type { DrawnUnit } from './place-unit'
import { mergeParts, noParts, type DrawnFurniture, type DrawnGround, type SettingParts } from './setting-parts'
import { slicePage, type SlicedPage, type SliceRule } from './slice-page'
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
}

/** A page's layout, and what is drawn of it; the units in the order of `sliced.placed`. */
export interface LaidPage {
  readonly sliced: SlicedPage<UnitShape>
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

/** A page blanker than this is laid out again, blanks minded more and more. */
const mostBlank = 0.06
const blankWeights = [2, 3, 5, 8]
/** A page with so little text that its foot stays blank is not laid out again. */
const leastFilled = 0.8
/** Headlines of a page that runs over its foot are set smaller. */
const tightTitles = 0.8

/** Every layout of the units with headlines of a size, by how much blanks are minded. */
const layoutsWith = (units: readonly Unit[], { firstRow, furniture }: PageRoom, context: PageContext) => {
  const { grid } = context
  const choices = units.map((unit) => candidatesFor(unit, context))
  return (blankWeight = 1): LaidPage => {
    const sliced = slicePage(choices, { columns: grid.columns, rows: grid.rows - firstRow, blankWeight })
    const drawn = sliced.placed.map(({ shape, column, row, rows }) => {
      const fitted = fitTo(shape, rows, context)
      return { fitted, ...placeShape(fitted, { column, row: firstRow + row, rows }, grid) }
    })
    const grounds = sliced.rules.map((rule) => ruleOf(rule, firstRow, grid))
    const parts = mergeParts([...drawn.map((one) => one.parts), { ...noParts, grounds, furniture: [...furniture] }])
    return { sliced, drawn, parts, blank: blankShare(parts, grid, Math.max(grid.rows, firstRow + sliced.rows)) }
  }
}

/**
 * The best layout of a page: where it runs over the foot, with smaller headlines; where too much stays blank, the least blank of
 * several.
 */
export const layPage = (units: readonly Unit[], room: PageRoom): LaidPage => {
  const { aspectOf, grid } = room
  const rows = grid.rows - room.firstRow
  const flows = createFlows(aspectOf, grid)
  const titleBlocks = createTitleBlocks(grid)
  const context: PageContext = { flows, titleBlocks, aspectOf, grid, titleScale: 1 }
  let layOut = layoutsWith(units, room, context)
  let laid = layOut()
  if (laid.sliced.rows > rows) {
    const tight = layoutsWith(units, room, { ...context, titleScale: tightTitles })
    const again = tight()
    if (again.sliced.rows < laid.sliced.rows) [layOut, laid] = [tight, again]
  }
  for (const weight of blankWeights) {
    if (laid.blank <= mostBlank || laid.sliced.rows < rows * leastFilled) break
    const again = layOut(weight)
    if (again.blank < laid.blank && again.sliced.rows <= laid.sliced.rows) laid = again
  }
  return laid
}
