import type { Sheet } from '../model/draft'

/**
 * A page's grid. Everything stands on it: columns of whole ems side by side, rows of one leading from the head of the type
 * area down. Page units are twentieths of a millimetre. [B10]
 */
export interface Grid {
  /** The sheet. */
  readonly width: number
  readonly height: number
  /** Left edge and head of the type area, below masthead or folio. */
  readonly left: number
  readonly head: number
  /** Width of the type area; its foot is `head + rows × leading`. */
  readonly typeWidth: number
  readonly columns: number
  readonly columnWidth: number
  readonly gutter: number
  readonly rows: number
  readonly bodySize: number
  readonly leading: number
}

/** Page units of a typeset page. [B10] */
export const unitsPerMm = 20

/** Body type of 9 pt on 12.75 pt, the usual of Chinese dailies; a column is a whole number of its ems. */
const bodySize = 64
const leading = 90
const sideMargin = { tabloid: 250, broadsheet: 300 }
const headMargin = 200
const footMargin = 200
/** The gutter is at least this wide. */
const leastGutter = 1.4 * bodySize

/** Rows that the masthead of page one and the folio of the others take from the sheet. */
export const mastheadRows = 9
export const folioRows = 2

/** The grid of a sheet; `isFrontPage` gives room for the masthead. */
export const gridOf = ({ widthMm, heightMm, columns }: Sheet, isFrontPage: boolean): Grid => {
  const width = Math.round(widthMm * unitsPerMm)
  const height = Math.round(heightMm * unitsPerMm)
  const side = widthMm > 320 ? sideMargin.broadsheet : sideMargin.tabloid
  const typeWidth = width - 2 * side
  const ems = Math.max(6, Math.floor((typeWidth - (columns - 1) * leastGutter) / columns / bodySize))
  const columnWidth = ems * bodySize
  const gutter = columns > 1 ? Math.floor((typeWidth - columns * columnWidth) / (columns - 1)) : 0
  const head = headMargin + (isFrontPage ? mastheadRows : folioRows) * leading
  return {
    width,
    height,
    left: side,
    head,
    typeWidth: columns * columnWidth + (columns - 1) * gutter,
    columns,
    columnWidth,
    gutter,
    rows: Math.floor((height - footMargin - head) / leading),
    bodySize,
    leading,
  }
}

/** Left edge of a column, counted from 0. */
export const columnLeft = ({ left, columnWidth, gutter }: Grid, column: number): number =>
  left + column * (columnWidth + gutter)

/** Width of `span` columns with the gutters between them. */
export const spanWidth = ({ columnWidth, gutter }: Grid, span: number): number =>
  span * columnWidth + (span - 1) * gutter

/** Head of a row, counted from 0. */
export const rowTop = ({ head, leading: rowHeight }: Grid, row: number): number => head + row * rowHeight
