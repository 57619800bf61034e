/**
 * What a unit's shape costs by itself: each cost is something that an art director would point at. What it costs next to others
 * is in `layout/layout-cost.ts`.
 */

import { rowsOf } from '../lines/flow-item'
import { headlineScales } from '../type-styles'
import { plateRowsOf, type ColumnShape, type PageContext, type UnitShape, type VerticalBox } from './unit-shape'

/** In cells of one column and one row. */
const costs = {
  /** Each column that holds fewer than `leastLines` under the title. */
  thinColumn: 6,
  /** A headline in more than two lines over several columns. */
  manyTitleLines: 5,
  /** A headline set at or near its weight's smallest size. */
  smallTitle: 4,
  /** A headline over three columns or more that fills less than `leastTitleShare` of them, for each of them. */
  lostTitle: 2.5,
  /** A cell of a title that is higher than the text under it, without a picture. */
  tallTitle: 1,
  /** An article over a width that does not suit its weight. */
  misfit: 14,
  /** An article over another width than the editor's. */
  unkeptWish: 300,
  /** Each tier of vertical lines after the first. */
  tier: 2,
  /** A picture narrower than it should be, for each column that it lacks. */
  narrowPlate: 22,
  /** A cell of picture; negative because readers look at pictures first. */
  plateCell: -0.6,
  /** A picture cropped or grown, for each tenth. */
  cropped: 2,
  /** An article that goes on elsewhere. */
  jump: 12,
  /** A single column longer than `longestColumn` of the page. */
  tower: 10,
  /** A column of one or two lines under a picture or at an article's end. */
  straggler: 7,
  /** A blank cell at a column's foot, inside an article. */
  raggedCell: 0.6,
} as const

const leastLines = 5
const leastTitleShare = 0.5
const longestColumn = 0.66
/** A picture should stand over this share of its article's columns, over all of them where there are two or no text. */
const plateShare = 0.6
/** Up to so many times its weight's smallest size a headline is small. */
const smallTitleSizes = 1.15

/** The headline, or the short head of a continuation. */
export const headlineOf = ({ titleSetting }: ColumnShape) =>
  titleSetting.titles.find(({ role }) => role === 'headline' || role === 'jump-head')

/** Share of the width that the headline's longest line fills. The line is centred: its indent is the blank at either side. */
const titleShare = ({ size, lines, width }: NonNullable<ReturnType<typeof headlineOf>>): number =>
  1 - (2 * Math.min(...lines.map(({ indent }) => indent)) * size) / 1000 / width

/** Blank cells in the shape's own columns. */
const raggedCells = (shape: ColumnShape): number => {
  const { columns, rows, titleSetting, titleSpan, padRows, plate, span, portions } = shape
  const lines = (portions[0].lineOn ? 1 : 0) + (portions[0].lineFrom ? 1 : 0)
  const titleCells = titleSetting.rows * titleSpan
  const filled = titleCells + rowsOf(columns.flat()) + plateRowsOf(plate) * (plate?.span ?? 0) + lines
  return Math.max(0, (rows - 2 * padRows) * span - filled)
}

/** Blank cells in a box of vertical lines, in cells of the page. */
const blankCells = ({ inner: { titleSetting, columns }, grid, span, rows }: VerticalBox): number =>
  (1 - (titleSetting.rows + rowsOf(columns.flat()) / columns.length) / grid.rows) * span * rows

/** Columns that hold no more than a line or two. */
const stragglers = ({ columns }: ColumnShape): number =>
  columns.length === 1 ? 0 : columns.filter((items) => items.length > 0 && rowsOf(items) < 3).length

const misfitCost = ({ portions: [portion] }: UnitShape, isFitting: boolean): number =>
  isFitting ? 0 : portion.article.wish?.columns === undefined ? costs.misfit : costs.unkeptWish

const titleCost = (shape: ColumnShape, { grid }: PageContext): number => {
  const headline = headlineOf(shape)
  if (!headline) return 0
  const { span, titleSpan, portions } = shape
  const { weight } = portions[0].article
  const smallest = headlineScales[weight].at(-1) ?? 1
  const isSmall = span > 1 && headline.size <= smallest * grid.bodySize * smallTitleSizes
  return (
    (headline.lines.length > 2 && span > 1 ? costs.manyTitleLines : 0) +
    (isSmall && weight !== 'brief' ? costs.smallTitle : 0) +
    (titleSpan > 2 && titleShare(headline) < leastTitleShare ? costs.lostTitle * titleSpan : 0)
  )
}

const hasPicture = ({ plate, columns }: ColumnShape): boolean =>
  plate !== undefined || columns.flat().some(({ kind }) => kind === 'plate')

/** Columns that a picture lacks of those that it should stand over. */
const lackedColumns = (shape: ColumnShape, textRows: number): number => {
  const { span, plate } = shape
  const share = span <= 2 ? span : Math.max(2, Math.round(span * plateShare))
  return hasPicture(shape) ? Math.max(0, (textRows > 0 ? share : span) - (plate?.span ?? 1)) : 0
}

/** What a shape costs without its blanks. */
export const costOf = (shape: UnitShape, isFitting: boolean, context: PageContext): number => {
  const misfit = misfitCost(shape, isFitting)
  if (shape.kind === 'vertical-box') return misfit + (shape.grid.columns - 1) * costs.tier
  const { unit, portions, span, titleSpan, rows, plate, columns } = shape
  const textRows = rowsOf(columns.flat())
  const rowsUnderTitle = rowsOf(columns.slice(0, titleSpan).flat()) / titleSpan
  const overhang = plate || textRows === 0 ? 0 : Math.max(0, shape.titleSetting.rows - rowsUnderTitle)
  const isThin = span > 1 && textRows > 0 && rowsUnderTitle < leastLines
  const croppedTenths = plate ? Math.abs(plate.rows / plate.naturalRows - 1) * 10 : 0
  const isCut = portions[0].lineOn !== undefined && unit.portions[0].isCuttable
  return (
    (isThin ? costs.thinColumn * titleSpan : 0) +
    titleCost(shape, context) +
    overhang * titleSpan * costs.tallTitle +
    misfit +
    lackedColumns(shape, textRows) * costs.narrowPlate +
    croppedTenths * costs.cropped +
    (plate ? plate.rows * plate.span : 0) * costs.plateCell +
    (isCut ? costs.jump : 0) +
    (span === 1 && rows > context.grid.rows * longestColumn ? costs.tower : 0) +
    stragglers(shape) * costs.straggler
  )
}

/** What the blanks inside a shape cost. */
export const blankCostOf = (shape: UnitShape): number =>
  shape.kind === 'vertical-box' ? blankCells(shape) : raggedCells(shape) * costs.raggedCell
