import type { Box } from '@/bundle/geometry'
import type { Frame, Furniture, Ground, Plate, SetRun, SetTitle } from '@/bundle/setting'
import { columnLeft, rowTop, spanWidth, type Grid } from './grid'
import { rowsOf } from './fill-columns'
import type { FlowItem } from './flow'
import type { PieceShape } from './piece-shape'

/** What is drawn on a page; the lists of the format's setting. [B13] */
export interface SettingParts {
  readonly frames: readonly Frame[]
  readonly titles: readonly SetTitle[]
  readonly plates: readonly Plate[]
  readonly furniture: readonly Furniture[]
  readonly grounds: readonly Ground[]
}

export const noParts: SettingParts = { frames: [], titles: [], plates: [], furniture: [], grounds: [] }

export const mergeParts = (all: readonly SettingParts[]): SettingParts => ({
  frames: all.flatMap(({ frames }) => frames),
  titles: all.flatMap(({ titles }) => titles),
  plates: all.flatMap(({ plates }) => plates),
  furniture: all.flatMap(({ furniture }) => furniture),
  grounds: all.flatMap(({ grounds }) => grounds),
})

/** Lines of one leaf that follow each other are one run. */
const runsOf = (
  items: readonly FlowItem[],
  grid: Grid,
): { runs: SetRun[]; plates: { from: number; at: number; rows: number }[] } => {
  const runs: { run: SetRun; leafFrom: number; next: number }[] = []
  const plates: { from: number; at: number; rows: number }[] = []
  let row = 0
  for (const item of items) {
    if (item.kind === 'plate') {
      plates.push({ from: item.from, at: row * grid.leading, rows: item.rows })
      row += item.rows
      continue
    }
    const head = item.isBeside ? row - Math.max(0, besideRows(items, item)) : row
    const at = head * grid.leading + item.drop
    const before = runs.at(-1)
    if (before && before.leafFrom === item.leafFrom && before.next === at)
      runs[runs.length - 1] = {
        ...before,
        run: { ...before.run, lines: [...before.run.lines, item.line] },
        next: at + grid.leading,
      }
    else
      runs.push({
        leafFrom: item.leafFrom,
        next: at + grid.leading,
        run: {
          from: item.from,
          style: item.style,
          at,
          ...(item.inset > 0 && { inset: item.inset }),
          size: item.size,
          leading: grid.leading,
          lines: [item.line],
        },
      })
    row += item.rows
  }
  return { runs: runs.map(({ run }) => run), plates }
}

/** Rows of the item that the given one stands beside. */
const besideRows = (items: readonly FlowItem[], item: FlowItem): number => {
  for (let index = items.indexOf(item) - 1; index >= 0; index--) {
    const before = items[index]
    if (before && !(before.kind === 'line' && before.isBeside)) return before.rows
  }
  return 0
}

/** A piece's shape drawn with its head at a row and its left edge at a column; and the box that it takes. */
export const placePiece = (
  { piece, span, rows, titleBlock, plates, columns }: PieceShape,
  column: number,
  row: number,
  grid: Grid,
): { readonly parts: SettingParts; readonly box: Box } => {
  const { article, lineOn, lineFrom } = piece
  const left = columnLeft(grid, column)
  const top = rowTop(grid, row)
  const bodyTop = rowTop(grid, row + titleBlock.rows)
  const foot = rowTop(grid, row + rows)
  const jumpSize = Math.round(grid.bodySize * 0.9)
  const frames: Frame[] = []
  const setPlates: Plate[] = []
  const furniture: Furniture[] = []

  const plateSpan = plates[0]?.span ?? 0
  let plateRows = 0
  for (const plate of plates) {
    const x = columnLeft(grid, column + span - plate.span)
    const y = bodyTop + plateRows * grid.leading
    const width = spanWidth(grid, plate.span)
    // A little air under the picture, taken from the row that separates it from the text.
    setPlates.push({ x, y, width, height: plate.rows * grid.leading, article: article.id, from: plate.from })
    const captionRows = rowsOf(plate.caption)
    if (captionRows > 0)
      frames.push({
        x,
        y: y + plate.rows * grid.leading + Math.round(grid.leading * 0.15),
        width,
        height: captionRows * grid.leading,
        article: article.id,
        runs: runsOf(plate.caption, grid).runs,
      })
    plateRows += plate.rows + captionRows + 1
  }
  columns.forEach((items, index) => {
    const x = columnLeft(grid, column + index)
    const isUnderPlate = index >= span - plateSpan
    let y = bodyTop + (isUnderPlate ? plateRows * grid.leading : 0)
    if (index === 0 && lineFrom) {
      furniture.push({
        x,
        y,
        width: grid.columnWidth,
        height: grid.leading,
        role: 'continued-from',
        text: lineFrom,
        size: jumpSize,
        align: 'start',
        article: article.id,
      })
      y += grid.leading
    }
    const { runs, plates: inFlow } = runsOf(items, grid)
    if (runs.length > 0)
      frames.push({ x, y, width: grid.columnWidth, height: rowsOf(items) * grid.leading, article: article.id, runs })
    for (const { from, at, rows: high } of inFlow)
      setPlates.push({
        x,
        y: y + at,
        width: grid.columnWidth,
        height: high * grid.leading - Math.round(grid.leading * 0.2),
        article: article.id,
        from,
      })
  })
  if (lineOn) {
    const x = columnLeft(grid, column + span - 1)
    furniture.push({
      x,
      y: foot - grid.leading,
      width: grid.columnWidth,
      height: grid.leading,
      role: 'continued-on',
      text: lineOn,
      size: jumpSize,
      align: 'end',
      article: article.id,
    })
  }
  return {
    parts: {
      frames,
      titles: titleBlock.titles.map((title) => ({ ...title, x: left, y: title.y + top })),
      plates: setPlates,
      furniture,
      grounds: [],
    },
    box: { x: left, y: top, width: spanWidth(grid, span), height: foot - top },
  }
}
