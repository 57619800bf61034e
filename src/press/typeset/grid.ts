import { unitsPerMm } from '@/bundle/paper-size'
import type { SheetFormat } from '../model/draft'

/**
 * A page's grid, on which everything stands: columns of whole ems side by side, and rows of one leading from the head of the
 * type area down. Lengths in page units. [B10]
 */
export interface Grid {
  /** Size of the sheet. */
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
  /** Language of articles that name no other, BCP 47. */
  readonly lang: string
  /** Whether what is laid out on it is turned by a quarter afterwards. */
  readonly isVertical: boolean
}

/** Head and foot have this share of the sides' margin. */
const headMargin = 0.8
/** Columns of fewer ems can't be set. */
const leastEms = 6

/**
 * The grid of a sheet. A vertical page is laid out on its side, with its tiers as columns, and turned afterwards
 * (`turn-page.ts`).
 *
 * @param furnitureRows rows that masthead or folio take above the type area
 */
export const gridOf = (sheet: SheetFormat, lang: string, furnitureRows: number): Grid => {
  const { columns, isVertical } = sheet
  const units = (mm: number): number => Math.round(mm * unitsPerMm)
  const width = units(isVertical ? sheet.heightMm : sheet.widthMm)
  const height = units(isVertical ? sheet.widthMm : sheet.heightMm)
  const bodySize = units(sheet.bodyMm)
  // Whole tenths of a millimetre, which are whole pixels where the page is drawn.
  const leading = 2 * Math.round((sheet.leadingMm * unitsPerMm) / 2)
  const side = units(sheet.marginMm)
  const margin = Math.round(side * headMargin)
  const typeWidth = width - 2 * side
  const leastGutter = sheet.gutterEms * bodySize
  const ems = Math.max(leastEms, Math.floor((typeWidth - (columns - 1) * leastGutter) / columns / bodySize))
  const columnWidth = ems * bodySize
  const gutter = columns > 1 ? Math.floor((typeWidth - columns * columnWidth) / (columns - 1)) : 0
  const head = margin + furnitureRows * leading
  return {
    width,
    height,
    left: side,
    head,
    typeWidth: columns * columnWidth + (columns - 1) * gutter,
    columns,
    columnWidth,
    gutter,
    rows: Math.floor((height - margin - head) / leading),
    bodySize,
    leading,
    lang,
    isVertical,
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
