/** What the blanks inside a unit cost. */

import type { ScoreItem } from '../../model/page-score'
import { plateRowsOf, type ColumnShape, type UnitShape, type VerticalBox } from '../copyfit/unit-shape'
import { rowsOf } from '../lines/flow-item'
import { costBy, itemsBy, rulesFor } from './rule'

/** Blank rows at a column's foot that are no hole: a line that the text does not fill. */
const mostRaggedRows = 1

/** Blank cells in the shape's own columns. */
const raggedCells = (shape: ColumnShape): number => {
  const { columns, rows, titleSetting, titleSpan, padRows, plate, span, portions } = shape
  const lines = (portions[0].lineOn ? 1 : 0) + (portions[0].lineFrom ? 1 : 0)
  const titleCells = titleSetting.rows * titleSpan
  const filled = titleCells + rowsOf(columns.flat()) + plateRowsOf(plate) * (plate?.span ?? 0) + lines
  return Math.max(0, (rows - 2 * padRows) * span - filled)
}

/** Blank rows at the foot of each column of the grid; of a unit in bands it is not known. */
const blankRowsIn = (shape: ColumnShape): number[] => {
  const { columns, rows, titleSetting, titleSpan, padRows, plate, span, bands, portions, jumpColumn } = shape
  if (bands) return []
  const [{ lineFrom, lineOn }] = portions
  return columns.map((items, column) => {
    const title = column < titleSpan ? titleSetting.rows : 0
    const picture = plate && column >= span - plate.span ? plateRowsOf(plate) : 0
    const lines = (column === 0 && lineFrom ? 1 : 0) + (column === jumpColumn && lineOn ? 1 : 0)
    return Math.max(0, rows - 2 * padRows - title - picture - lines - rowsOf(items))
  })
}

/** Blank cells beyond those that a line more or less makes. */
const holeCells = (shape: ColumnShape): number =>
  blankRowsIn(shape).reduce((sum, rows) => sum + Math.max(0, rows - mostRaggedRows), 0)

/** Blank cells in a box of vertical lines, in cells of the page. */
const blankCells = ({ inner: { titleSetting, columns }, grid, span, rows }: VerticalBox): number =>
  (1 - (titleSetting.rows + rowsOf(columns.flat()) / columns.length) / grid.rows) * span * rows

/** Blanks in the columns of a unit. */
export const columnBlankRules = rulesFor<ColumnShape>()([
  {
    name: 'ragged-cell',
    what: 'a blank cell at a column’s foot, inside an article',
    weight: 0.6,
    measure: raggedCells,
    source: 'columns of an article are level',
  },
  {
    name: 'hole-in-article',
    what: 'a blank cell beyond one at a column’s foot: beside a picture higher than the text, or before a table that stands whole in the next',
    weight: 2,
    measure: holeCells,
    source: 'many small blanks are better than a hole',
  },
])

/** Blanks in a box of vertical lines. */
export const boxBlankRules = rulesFor<VerticalBox>()([
  {
    name: 'blank-in-box',
    what: 'a blank cell in a box of vertical lines',
    weight: 1,
    measure: blankCells,
    source: 'a blank is paper that says nothing',
  },
])

/** What the blanks inside a shape cost, cells. */
export const shapeBlankCost = (shape: UnitShape): number =>
  shape.kind === 'vertical-box' ? costBy(boxBlankRules, shape) : costBy(columnBlankRules, shape)

/** What makes the cost of the blanks inside a shape. */
export const shapeBlankItems = (shape: UnitShape): ScoreItem[] =>
  shape.kind === 'vertical-box' ? itemsBy(boxBlankRules, shape) : itemsBy(columnBlankRules, shape)
