import { linesIn } from './cuts'
import { rowsOf } from './flow-item'
import type { Grid } from './grid'
import { isContinuation } from './piece'
import { headlineScales } from './type-styles'
import { plateRowsOf, shapeOf, stretchOf, type LyingShape, type PageContext, type UnitShape } from './unit-shape'
import type { Candidate } from './layout-tree'
import { isGroup, type Unit } from './unit'
import { verticalShapeOf } from './vertical-shape'

/** Share of a page's columns that suits a weight: least and most. */
const shares = {
  lead: [0.55, 1],
  second: [0.4, 0.8],
  standard: [0.2, 0.6],
  brief: [0.2, 0.4],
  continuation: [0.2, 0.8],
  group: [0.2, 1],
} as const

/** Tiers of vertical lines are short: a lead over most of them would have a headline lost in them. */
const verticalLeadShare = [0.4, 1] as const

/** Spans to try, the fitting ones first; the whole width is always among them, so that every page has a layout. */
const spansFor = (
  unit: Unit,
  { columns, isVertical }: Grid,
): readonly { readonly span: number; readonly isFitting: boolean }[] => {
  const [piece] = unit.pieces
  const wished = piece.article.wish?.columns
  if (wished !== undefined && !isContinuation(piece))
    return wished < columns
      ? [
          { span: wished, isFitting: true },
          { span: columns, isFitting: false },
        ]
      : [{ span: columns, isFitting: true }]
  const role = isGroup(unit) ? 'group' : isContinuation(piece) ? 'continuation' : piece.article.weight
  const [least, most] = role === 'lead' && isVertical ? verticalLeadShare : shares[role]
  const [from, to] = [Math.max(1, Math.round(columns * least)), Math.max(1, Math.round(columns * most))]
  return Array.from({ length: columns }, (_, index) => ({
    span: index + 1,
    isFitting: index + 1 >= from && index + 1 <= to,
  })).filter(({ span, isFitting }) => isFitting || span === columns)
}

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
  /** A picture narrower than half of its article, for each column that it lacks; and one too high for its sheet. */
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

const headlineOf = ({ titleBlock }: UnitShape) =>
  titleBlock.titles.find(({ role }) => role === 'headline' || role === 'jump-head')

/** Share of the width that the headline's longest line leaves blank at its sides is what its indent says: it is centred. */
const titleShare = ({ size, lines, width }: NonNullable<ReturnType<typeof headlineOf>>): number =>
  1 - (2 * Math.min(...lines.map(({ indent }) => indent)) * size) / 1000 / width

/** Blank cells in the shape's own columns. */
const raggedCells = ({ columns, rows, titleBlock, padRows, plate, span, pieces: [piece] }: UnitShape): number => {
  const height = rows - titleBlock.rows - 2 * padRows
  const lines = (piece.lineOn ? 1 : 0) + (piece.lineFrom ? 1 : 0)
  const filled = rowsOf(columns.flat()) + plateRowsOf(plate) * (plate?.span ?? 0) + lines
  return Math.max(0, height * span - filled)
}

/** Share of a box of vertical lines on which nothing stands. */
const blankShare = ({ shape: { titleBlock, columns }, grid }: LyingShape): number =>
  1 - (titleBlock.rows + rowsOf(columns.flat()) / columns.length) / grid.rows

/** Columns that hold no more than a line or two. */
const stragglers = ({ columns }: UnitShape): number =>
  columns.length === 1 ? 0 : columns.filter((items) => items.length > 0 && rowsOf(items) < 3).length

const costOf = (shape: UnitShape, isFitting: boolean, { grid }: PageContext): number => {
  const { unit, pieces, span, rows, plate, columns, lying } = shape
  const [piece] = pieces
  const misfit = isFitting ? 0 : piece.article.wish?.columns === undefined ? minded.misfit : minded.unkeptWish
  if (lying) return misfit + (lying.grid.columns - 1) * minded.tier
  const textRows = rowsOf(columns.flat())
  const headline = headlineOf(shape)
  const isCut = piece.lineOn !== undefined && unit.pieces[0].isCuttable === true
  const hasPicture = plate !== undefined || columns.flat().some(({ kind }) => kind === 'plate')
  const wantedPlate = span <= 2 ? span : Math.max(2, Math.round(span * 0.6))
  const lackedColumns = hasPicture && textRows > 0 ? Math.max(0, wantedPlate - (plate?.span ?? 1)) : 0
  const [largest = 1, ...smaller] = headlineScales[piece.article.weight]
  const smallest = smaller.at(-1) ?? largest
  const isSmall = headline !== undefined && span > 1 && headline.size <= smallest * grid.bodySize * 1.15
  const isLost = headline !== undefined && span > 2 && titleShare(headline) < minded.leastTitleShare
  const crop = plate ? Math.abs(plate.rows / plate.naturalRows - 1) * 10 : 0
  return (
    (span > 1 && textRows > 0 && textRows / span < minded.leastLines ? minded.thinColumn * span : 0) +
    (headline && headline.lines.length > 2 && span > 1 ? minded.manyTitleLines : 0) +
    (isSmall && piece.article.weight !== 'brief' ? minded.smallTitle : 0) +
    (isLost ? minded.lostTitle * span : 0) +
    misfit +
    lackedColumns * minded.narrowPlate +
    crop * minded.cropped +
    (plate ? plate.rows * plate.span : 0) * minded.plateCell +
    (isCut ? minded.jump : 0) +
    (span === 1 && rows > grid.rows * 0.66 ? minded.tower : 0) +
    stragglers(shape) * minded.straggler
  )
}

const blankCostOf = (shape: UnitShape): number =>
  shape.lying ? blankShare(shape.lying) * shape.span * shape.rows : raggedCells(shape) * minded.raggedCell

/** Shares of a cuttable text to begin with; stretching finds what really fits. */
const lineShares = [0.12, 0.25, 0.4, 0.55, 0.7, 0.85]
const plateScales = [0.86, 0.93, 1, 1.08]

const candidateOf = (shape: UnitShape, isFitting: boolean, context: PageContext): Candidate<UnitShape> => {
  const { plate, span, rows } = shape
  return {
    span,
    rows,
    stretch: stretchOf(shape, context),
    cost: costOf(shape, isFitting, context),
    blankCost: blankCostOf(shape),
    headSize: (headlineOf(shape)?.size ?? 0) / context.grid.bodySize,
    plateAt: { left: plate?.span === span, right: plate !== undefined },
    shape,
  }
}

/** Every way worth trying to set a unit. */
export const candidatesFor = (unit: Unit, context: PageContext): Candidate<UnitShape>[] => {
  const { flows, grid } = context
  const [piece] = unit.pieces
  if (piece.article.isVertical && !grid.isVertical) {
    const upright = spansFor(unit, grid).flatMap(({ span, isFitting }) => {
      const shape = verticalShapeOf(unit, span, context)
      return shape ? [candidateOf(shape, isFitting, context)] : []
    })
    if (upright.some(({ span }) => span === grid.columns)) return upright
  }
  const all = piece.isCuttable ? linesIn(piece, flows) : 0
  const lines: readonly (number | undefined)[] = piece.isCuttable
    ? [...lineShares.map((share) => Math.max(12, Math.round(all * share))), undefined]
    : [undefined]
  return spansFor(unit, grid).flatMap(({ span, isFitting }) =>
    Array.from({ length: span + 1 }, (_, plateSpan) => plateSpan).flatMap((plateSpan) =>
      (plateSpan > 0 ? plateScales : [1]).flatMap((plateScale) =>
        lines.flatMap((count) => {
          const wish = { span, plateSpan, plateScale, ...(count !== undefined && { lines: count }) }
          const shape = shapeOf(unit, wish, context)
          return shape ? [candidateOf(shape, isFitting, context)] : []
        }),
      ),
    ),
  )
}
