import { boundsOf, outlineOfBox, type Box } from '@/bundle/geometry'
import type { ArticleId } from '@/bundle/ids'
import type { Outline } from '@/bundle/region'
import type { PlainRun } from '@/bundle/set-runs'
import type { Furniture } from '@/bundle/setting'
import { plateRowsOf, type UnitShape } from '../copyfit/unit-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { rowsOf, type FlowItem, type FlowLine } from '../lines/flow-item'
import type { DrawnFrame, DrawnFurniture, DrawnGround, DrawnPlate, DrawnTitle, SettingParts } from '../setting-parts'

/** Where a unit stands: column and row of its top left corner, and the rows that it is to fill. */
export interface Spot {
  readonly column: number
  readonly row: number
  readonly rows: number
}

/** A unit as it is drawn; the outlines of each article of it in reading order. */
export interface DrawnUnit {
  readonly parts: SettingParts
  readonly outlines: ReadonlyMap<ArticleId, readonly Outline[]>
}

interface Drawn {
  readonly frames: DrawnFrame[]
  readonly titles: DrawnTitle[]
  readonly plates: DrawnPlate[]
  readonly furniture: DrawnFurniture[]
  readonly grounds: DrawnGround[]
}

/** A run under way: where its next line would stand. */
interface OpenRun {
  readonly run: PlainRun
  readonly leafFrom: number
  readonly next: number
}

/** The lines of a column as frames, one a stretch of one article; plates and titles between them part the frames. */
class ColumnDrawing {
  readonly #drawn: Drawn
  readonly #grid: Grid
  readonly #x: number
  #y: number
  #runs: OpenRun[] = []
  #article: ArticleId | undefined
  #frameY: number
  #bearerRows = 0

  constructor(drawn: Drawn, grid: Grid, x: number, y: number) {
    this.#drawn = drawn
    this.#grid = grid
    this.#x = x
    this.#y = y
    this.#frameY = y
  }

  add(item: FlowItem): void {
    if (item.kind === 'line') this.#addLine(item)
    else {
      this.#close()
      const { leading, columnWidth: width } = this.#grid
      const height = item.rows * leading
      if (item.kind === 'plate') {
        const air = Math.round(leading * 0.2)
        this.#drawn.plates.push({
          x: this.#x,
          y: this.#y,
          width,
          height: height - air,
          article: item.article,
          from: item.from,
        })
      } else if (item.kind === 'title') {
        const advance = Math.round(item.size * 1.3)
        const slack = Math.round((height - advance * item.lines.length) * 0.6)
        this.#drawn.titles.push({
          x: this.#x,
          y: this.#y + slack,
          width,
          height: advance * item.lines.length,
          article: item.article,
          role: 'headline',
          size: item.size,
          lines: item.lines,
        })
      }
      this.#y += height
      this.#frameY = this.#y
    }
  }

  #addLine(item: FlowLine): void {
    const { leading } = this.#grid
    if (this.#article !== item.article) this.#close()
    this.#article = item.article
    const head = item.isBeside ? this.#y - this.#bearerRows * leading : this.#y
    const at = head - this.#frameY + item.drop
    const before = this.#runs.at(-1)
    if (before && before.leafFrom === item.leafFrom && before.next === at)
      this.#runs[this.#runs.length - 1] = {
        ...before,
        run: { ...before.run, lines: [...before.run.lines, item.line] },
        next: at + leading,
      }
    else
      this.#runs.push({
        leafFrom: item.leafFrom,
        next: at + leading,
        run: {
          from: item.from,
          style: item.style,
          at,
          inset: item.inset,
          size: item.size,
          lines: [item.line],
        },
      })
    if (!item.isBeside) this.#bearerRows = item.rows
    this.#y += item.rows * leading
  }

  #close(): void {
    const runs = this.#runs.map(({ run }) => run)
    if (runs.length > 0 && this.#article)
      this.#drawn.frames.push({
        x: this.#x,
        y: this.#frameY,
        width: this.#grid.columnWidth,
        height: this.#y - this.#frameY,
        article: this.#article,
        runs,
      })
    this.#runs = []
    this.#article = undefined
    this.#frameY = this.#y
  }

  end(): void {
    this.#close()
  }
}

/** A box round the unit, or a tint under it, a little wider than its columns. */
export const groundOf = ({ unit, span }: UnitShape, box: Box, grid: Grid): DrawnGround[] => {
  if (unit.ground === 'none') return []
  const out = Math.round(Math.min(grid.gutter, 1.4 * grid.bodySize) * 0.3)
  const width = spanWidth(grid, span) + 2 * out
  const role = unit.ground === 'box' ? 'frame' : 'tint'
  const inset = Math.round(grid.leading * 0.3)
  return [{ x: box.x - out, y: box.y + inset, width, height: box.height - 2 * inset, role }]
}

/** Draws a shape. What it can't fill of its rows is blank at its foot. */
export const drawUnit = (shape: UnitShape, { column, row, rows }: Spot, grid: Grid): DrawnUnit => {
  const { unit, portions, span, titleSetting, titleSpan, plate, columns, padRows } = shape
  const [portion] = portions
  const { article } = portion
  const left = columnLeft(grid, column)
  const head = rowTop(grid, row + padRows)
  const bodyTop = rowTop(grid, row + padRows + titleSetting.rows)
  const foot = rowTop(grid, row + shape.rows - padRows)
  const jumpSize = Math.round(grid.bodySize * 0.9)
  const drawn: Drawn = { frames: [], titles: [], plates: [], furniture: [], grounds: [] }
  drawn.titles.push(...titleSetting.titles.map((title) => ({ ...title, x: left, y: title.y + head })))

  if (plate) {
    const width = spanWidth(grid, plate.span)
    const beside = spanWidth(grid, span) - width
    // With no text beside it, in the middle under its title.
    const x = left + (columns.some((items) => items.length > 0) ? beside : Math.round(beside / 2))
    const height = plate.rows * grid.leading
    drawn.plates.push({ x, y: bodyTop, width, height, article: article.id, from: plate.from })
    const captionRows = rowsOf(plate.caption)
    if (captionRows > 0) {
      const drawing = new ColumnDrawing(
        drawn,
        { ...grid, columnWidth: width },
        x,
        bodyTop + height + Math.round(grid.leading * 0.15),
      )
      plate.caption.forEach((line) => drawing.add(line))
      drawing.end()
    }
  }
  const line = (role: Furniture['role'], text: string, x: number, y: number, align: DrawnFurniture['align']): void =>
    void drawn.furniture.push({
      x,
      y,
      width: grid.columnWidth,
      height: grid.leading,
      role,
      text,
      size: jumpSize,
      align,
      article: article.id,
    })
  columns.forEach((items, index) => {
    const x = columnLeft(grid, column + index)
    const isUnderPlate = plate !== undefined && index >= span - plate.span
    let y = (index < titleSpan ? bodyTop : head) + (isUnderPlate ? plateRowsOf(plate) * grid.leading : 0)
    if (index === 0 && portion.lineFrom) {
      line('continued-from', portion.lineFrom, x, y, 'start')
      y += grid.leading
    }
    const drawing = new ColumnDrawing(drawn, grid, x, y)
    items.forEach((item) => drawing.add(item))
    drawing.end()
  })
  if (portion.lineOn)
    line('continued-on', portion.lineOn, columnLeft(grid, column + span - 1), foot - grid.leading, 'end')

  const box: Box = {
    x: left,
    y: rowTop(grid, row),
    width: spanWidth(grid, span),
    height: rowTop(grid, row + rows) - rowTop(grid, row),
  }
  drawn.grounds.push(...groundOf(shape, { ...box, height: foot + padRows * grid.leading - box.y }, grid))
  return {
    parts: drawn,
    outlines: outlinesOf(
      shape,
      drawn,
      { ...box, height: Math.max(0, foot + padRows * grid.leading - box.y) },
      unit.portions.length > 1,
    ),
  }
}

/** One box an article; of briefs under one head, the boxes of what each has in each column. */
const outlinesOf = (
  { portions }: UnitShape,
  drawn: Drawn,
  box: Box,
  isMany: boolean,
): ReadonlyMap<ArticleId, readonly Outline[]> => {
  if (!isMany) return new Map([[portions[0].article.id, [outlineOfBox(box)]]])
  return new Map(
    portions.map(({ article }) => {
      const own = [...drawn.titles.filter(({ role }) => role === 'headline'), ...drawn.frames].filter(
        (one) => one.article === article.id,
      )
      const columns = [...new Set(own.map(({ x }) => x))].sort((a, b) => a - b)
      return [
        article.id,
        columns.map((x) => outlineOfBox(boundsOf(own.filter((one) => one.x === x).map(outlineOfBox)))),
      ]
    }),
  )
}
