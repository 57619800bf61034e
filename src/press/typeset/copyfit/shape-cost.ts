import { rowsOf } from '../lines/flow-item'
import { headlineScales } from '../lines/type-styles'
import { plateRowsOf, type LyingShape, type PageContext, type UnitShape } from './unit-shape'

/** What the eye minds, in cells of one column and one row. Each is a thing an art director would point at. */
const minded = {
  /** A column of fewer than five lines. */
  thinColumn: 6,
  leastLines: 5,
  /** A headline in more lines than two over several columns. */
  manyTitleLines: 5,
  /** A headline set much smaller than its weight allows. */
  smallTitle: 4,
  /** A headline over three columns or more that fills less than half of them, for each of them. */
  lostTitle: 2.5,
  leastTitleShare: 0.5,
  /** An article over a width that does not suit its weight. */
  misfit: 14,
  /** An article over a width that is not the one the editor fixed. */
  unkeptWish: 300,
  /** A second tier of vertical lines, and each further one. */
  tier: 2,
  /** A picture narrower than half of its article, or than all of it where there is no text, for each column that it lacks. */
  narrowPlate: 22,
  /** What a cell of picture is worth: readers look at pictures first. */
  plateCell: -0.6,
  /** A picture cropped or grown, for each tenth. */
  cropped: 2,
  /** An article that goes on elsewhere. */
  jump: 12,
  /** A single column longer than two thirds of the page. */
  tower: 10,
  /** A column of one or two lines under a picture or at an article's end. */
  straggler: 7,
  /** A blank cell at a column's foot, inside an article. */
  raggedCell: 0.6,
} as const

/** The headline, or the short head of a continuation. */
export const headlineOf = ({ titleSetting }: UnitShape) =>
  titleSetting.titles.find(({ role }) => role === 'headline' || role === 'jump-head')

/** Share of the width that the headline's longest line leaves blank at its sides is what its indent says: it is centred. */
const titleShare = ({ size, lines, width }: NonNullable<ReturnType<typeof headlineOf>>): number =>
  1 - (2 * Math.min(...lines.map(({ indent }) => indent)) * size) / 1000 / width

/** Blank cells in the shape's own columns. */
const raggedCells = ({ columns, rows, titleSetting, titleSpan, padRows, plate, span, portions }: UnitShape): number => {
  const lines = (portions[0].lineOn ? 1 : 0) + (portions[0].lineFrom ? 1 : 0)
  const titleCells = titleSetting.rows * titleSpan
  const filled = titleCells + rowsOf(columns.flat()) + plateRowsOf(plate) * (plate?.span ?? 0) + lines
  return Math.max(0, (rows - 2 * padRows) * span - filled)
}

/** Share of a box of vertical lines on which nothing stands. */
const blankShare = ({ shape: { titleSetting, columns }, grid }: LyingShape): number =>
  1 - (titleSetting.rows + rowsOf(columns.flat()) / columns.length) / grid.rows

/** Columns that hold no more than a line or two. */
const stragglers = ({ columns }: UnitShape): number =>
  columns.length === 1 ? 0 : columns.filter((items) => items.length > 0 && rowsOf(items) < 3).length

/** What the eye minds about a shape, but for its blanks. */
export const costOf = (shape: UnitShape, isFitting: boolean, { grid }: PageContext): number => {
  const { unit, portions, span, titleSpan, rows, plate, columns, lying } = shape
  const [portion] = portions
  const misfit = isFitting ? 0 : portion.article.wish?.columns === undefined ? minded.misfit : minded.unkeptWish
  if (lying) return misfit + (lying.grid.columns - 1) * minded.tier
  const textRows = rowsOf(columns.flat())
  const headline = headlineOf(shape)
  const isCut = portion.lineOn !== undefined && unit.portions[0].isCuttable === true
  const hasPicture = plate !== undefined || columns.flat().some(({ kind }) => kind === 'plate')
  const wantedPlate = span <= 2 ? span : Math.max(2, Math.round(span * 0.6))
  const lackedColumns = hasPicture ? Math.max(0, (textRows > 0 ? wantedPlate : span) - (plate?.span ?? 1)) : 0
  const [largest = 1, ...smaller] = headlineScales[portion.article.weight]
  const smallest = smaller.at(-1) ?? largest
  const isSmall = headline !== undefined && span > 1 && headline.size <= smallest * grid.bodySize * 1.15
  const rowsUnderTitle = rowsOf(columns.slice(0, titleSpan).flat()) / titleSpan
  const isLost = headline !== undefined && titleSpan > 2 && titleShare(headline) < minded.leastTitleShare
  const crop = plate ? Math.abs(plate.rows / plate.naturalRows - 1) * 10 : 0
  return (
    (span > 1 && textRows > 0 && rowsUnderTitle < minded.leastLines ? minded.thinColumn * titleSpan : 0) +
    (headline && headline.lines.length > 2 && span > 1 ? minded.manyTitleLines : 0) +
    (isSmall && portion.article.weight !== 'brief' ? minded.smallTitle : 0) +
    (isLost ? minded.lostTitle * titleSpan : 0) +
    misfit +
    lackedColumns * minded.narrowPlate +
    crop * minded.cropped +
    (plate ? plate.rows * plate.span : 0) * minded.plateCell +
    (isCut ? minded.jump : 0) +
    (span === 1 && rows > grid.rows * 0.66 ? minded.tower : 0) +
    stragglers(shape) * minded.straggler
  )
}

/** What its own blanks cost. */
export const blankCostOf = (shape: UnitShape): number =>
  shape.lying ? blankShare(shape.lying) * shape.span * shape.rows : raggedCells(shape) * minded.raggedCell
