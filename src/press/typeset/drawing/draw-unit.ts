import { boundsOf, outlineOfBox, type Box } from '@/bundle/geometry'
import type { ArticleId } from '@/bundle/ids'
import type { Outline } from '@/bundle/region'
import { plateRowsOf, type BroadPlate, type ColumnShape, type UnitShape } from '../copyfit/unit-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { rowsOf } from '../lines/flow-item'
import { mergeParts, noParts, type DrawnFurniture, type DrawnGround, type SettingParts } from '../setting-parts'
import { boxEdge, captionAirAbove, jumpLineScale } from '../type-styles'
import { drawColumn } from './draw-column'

/** Column and row of a unit's top left corner. */
export interface Spot {
  readonly column: number
  readonly row: number
}

/** A unit as it is drawn; the outlines of each of its articles in reading order. */
export interface DrawnUnit {
  readonly parts: SettingParts
  readonly outlines: ReadonlyMap<ArticleId, readonly Outline[]>
}

/** The box around a unit or the tint under it, a little wider than its columns. */
export const groundOf = ({ unit, span }: UnitShape, box: Box, grid: Grid): DrawnGround[] => {
  if (unit.ground === 'none') return []
  const gutter = Math.min(grid.gutter, boxEdge.widestGutterEms * grid.bodySize)
  const overhang = Math.round(gutter * boxEdge.gutterShare)
  const air = Math.round(grid.leading * boxEdge.airOutside)
  return [
    {
      x: box.x - overhang,
      y: box.y + air,
      width: spanWidth(grid, span) + 2 * overhang,
      height: box.height - 2 * air,
      role: unit.ground === 'box' ? 'frame' : 'tint',
    },
  ]
}

/** Page units. */
interface Corner {
  readonly x: number
  readonly y: number
}

/** The picture over several columns, with its caption; where no text stands next to it, in the middle under its title. */
const drawPlate = (
  shape: ColumnShape,
  plate: BroadPlate,
  { x, y, grid }: Corner & { readonly grid: Grid },
): SettingParts => {
  const width = spanWidth(grid, plate.span)
  const free = spanWidth(grid, shape.span) - width
  const left = x + (shape.columns.some((items) => items.length > 0) ? free : Math.round(free / 2))
  const height = plate.rows * grid.leading
  const captionTop = y + height + Math.round(grid.leading * captionAirAbove)
  const drawn = { x: left, y, width, height, article: shape.portions[0].article.id, from: plate.from }
  const captionGrid = { ...grid, columnWidth: width }
  return mergeParts([
    { ...noParts, plates: [drawn] },
    drawColumn(plate.caption, { x: left, y: captionTop }, captionGrid),
  ])
}

/** The jump lines: where the article comes from, under its title, and where it goes on, at its foot. */
const drawJumpLines = (
  { portions: [{ article, lineFrom, lineOn }] }: ColumnShape,
  corners: { readonly from: Corner; readonly on: Corner },
  { columnWidth: width, leading: height, bodySize }: Grid,
): DrawnFurniture[] => {
  const line = { width, height, size: Math.round(bodySize * jumpLineScale), article: article.id }
  const lines: DrawnFurniture[] = []
  if (lineFrom) lines.push({ ...line, ...corners.from, role: 'continued-from', text: lineFrom, align: 'start' })
  if (lineOn) lines.push({ ...line, ...corners.on, role: 'continued-on', text: lineOn, align: 'end' })
  return lines
}

/** Draws a shape. Rows that it does not fill stay blank at its foot. */
export const drawUnit = (shape: ColumnShape, { column, row }: Spot, grid: Grid): DrawnUnit => {
  const { portions, span, titleSetting, titleSpan, plate, columns, jumpColumn, bands, padRows } = shape
  const left = columnLeft(grid, column)
  const head = rowTop(grid, row + padRows)
  const underTitle = rowTop(grid, row + padRows + titleSetting.rows)
  const lastRow = rowTop(grid, row + shape.rows - padRows - 1)
  const box = { x: left, y: rowTop(grid, row), width: spanWidth(grid, span), height: shape.rows * grid.leading }

  /** Top left corner of a column under title and picture. */
  const cornerOf = (index: number): Corner => {
    const isUnderPlate = plate !== undefined && index >= span - plate.span
    const plateHeight = isUnderPlate ? plateRowsOf(plate) * grid.leading : 0
    return { x: columnLeft(grid, column + index), y: (index < titleSpan ? underTitle : head) + plateHeight }
  }
  /** Top left corner of a column's text, under the line that says where it comes from. */
  const textCornerOf = (index: number): Corner => {
    const { x, y } = cornerOf(index)
    return { x, y: index === 0 && portions[0].lineFrom ? y + grid.leading : y }
  }
  const lastText = columns[jumpColumn] ?? []
  const underText = textCornerOf(jumpColumn).y + rowsOf(lastText) * grid.leading
  const on = { x: columnLeft(grid, column + jumpColumn), y: bands || lastText.length === 0 ? lastRow : underText }
  const jumpCorners = { from: cornerOf(0), on }
  const parts = mergeParts([
    {
      ...noParts,
      titles: titleSetting.titles.map((title) => ({ ...title, x: left, y: title.y + head })),
      furniture: drawJumpLines(shape, jumpCorners, grid),
      grounds: groundOf(shape, box, grid),
    },
    ...(plate ? [drawPlate(shape, plate, { x: left, y: underTitle, grid })] : []),
    ...(bands
      ? bands.map(({ items, left: inset, row: under, width }) =>
          drawColumn(
            items,
            { x: left + inset, y: rowTop(grid, row + padRows + under) },
            { ...grid, columnWidth: width },
          ),
        )
      : columns.map((items, index) => drawColumn(items, textCornerOf(index), grid))),
  ])
  return { parts, outlines: outlinesOf(shape, parts, box) }
}

/** One box for each article; of briefs under one head, the boxes of what each has in each column. */
const outlinesOf = (
  { unit, portions }: ColumnShape,
  { titles, frames }: SettingParts,
  box: Box,
): DrawnUnit['outlines'] => {
  if (unit.kind === 'article') return new Map([[portions[0].article.id, [outlineOfBox(box)]]])
  const headlines = titles.filter(({ role }) => role === 'headline')
  return new Map(
    portions.map(({ article }) => {
      const own = [...headlines, ...frames].filter((one) => one.article === article.id)
      const columns = [...new Set(own.map(({ x }) => x))].sort((a, b) => a - b)
      const boundsIn = (left: number) => boundsOf(own.filter(({ x }) => x === left).map(outlineOfBox))
      return [article.id, columns.map((left) => outlineOfBox(boundsIn(left)))]
    }),
  )
}
