import type { ArticleId } from '@/bundle/ids'
import type { PlainRun } from '@/bundle/set-runs'
import type { Grid } from '../grid'
import type { FlowItem, FlowTableRow, FlowTitle, TypeLine } from '../lines/flow-item'
import { briefTitleStyle, plateAirBelow } from '../type-styles'
import type { DrawnFrame, DrawnFurniture, DrawnGround, DrawnPlate, DrawnTitle, SettingParts } from '../setting-parts'

/** Lines of a leaf that stand directly under each other, and where the next would stand. */
interface OpenRun {
  readonly run: PlainRun
  readonly leafFrom: number
  readonly next: number
}

/** Draws a column from its head down. Its lines become frames, one for each stretch of lines of one article. */
class ColumnDrawing {
  readonly #frames: DrawnFrame[] = []
  readonly #titles: DrawnTitle[] = []
  readonly #plates: DrawnPlate[] = []
  readonly #labels: DrawnFurniture[] = []
  readonly #grounds: DrawnGround[] = []
  readonly #grid: Grid
  readonly #x: number
  #y: number
  #frameY: number
  #runs: OpenRun[] = []
  #article: ArticleId | undefined

  constructor(grid: Grid, x: number, y: number) {
    this.#grid = grid
    this.#x = x
    this.#y = y
    this.#frameY = y
  }

  add(item: FlowItem): void {
    const { leading, columnWidth: width } = this.#grid
    const height = item.rows * leading
    if (item.kind === 'line') this.#addLine(item)
    else if ((item.kind === 'table-row' || item.kind === 'stanza') && item.lines.length > 0)
      item.lines.forEach((line) => this.#addLine(line))
    else {
      this.#endFrame()
      if (item.kind === 'plate')
        this.#plates.push({
          x: this.#x,
          y: this.#y,
          width,
          height: height - Math.round(leading * plateAirBelow),
          article: item.article,
          from: item.from,
        })
      else if (item.kind === 'title') this.#addTitle(item, height)
      this.#frameY = this.#y + height
    }
    if (item.kind === 'table-row') this.#addTableRow(item)
    this.#y += height
  }

  /** Rules and tint of a table's row, and what is printed there once more: words that are no text of the article. */
  #addTableRow({ rules, tint, labels }: FlowTableRow): void {
    const { columnWidth: width, leading } = this.#grid
    const [x, y] = [this.#x, this.#y]
    if (tint) this.#grounds.push({ x, y: y + tint[0], width, height: tint[1] - tint[0], role: 'tint' })
    for (const at of rules) this.#grounds.push({ x, y: y + at, width, height: 0, role: 'rule' })
    for (const { text, size, inset, width: own, drop } of labels)
      this.#labels.push({
        x: x + inset,
        y: y + drop,
        width: own,
        height: leading,
        role: 'folio',
        text,
        size,
        align: 'start',
      })
  }

  #addTitle({ article, size, lines }: FlowTitle, height: number): void {
    const typeHeight = Math.round(size * briefTitleStyle.leading) * lines.length
    const airAbove = Math.round((height - typeHeight) * briefTitleStyle.airAboveShare)
    this.#titles.push({
      x: this.#x,
      y: this.#y + airAbove,
      width: this.#grid.columnWidth,
      height: typeHeight,
      article,
      role: 'headline',
      size,
      lines,
    })
  }

  #addLine({ article, from, leafFrom, style, line, size, inset, drop }: TypeLine): void {
    if (this.#article !== article) this.#endFrame()
    this.#article = article
    const at = this.#y - this.#frameY + drop
    const next = at + this.#grid.leading
    const before = this.#runs.at(-1)
    if (before && before.leafFrom === leafFrom && before.next === at)
      this.#runs[this.#runs.length - 1] = {
        leafFrom,
        next,
        run: { ...before.run, lines: [...before.run.lines, line] },
      }
    else this.#runs.push({ leafFrom, next, run: { from, style, at, inset, size, lines: [line] } })
  }

  #endFrame(): void {
    const runs = this.#runs.map(({ run }) => run)
    if (runs.length > 0 && this.#article)
      this.#frames.push({
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

  end(): SettingParts {
    this.#endFrame()
    return {
      frames: this.#frames,
      titles: this.#titles,
      plates: this.#plates,
      furniture: this.#labels,
      grounds: this.#grounds,
    }
  }
}

/** Draws the items of a column from its top left corner down. */
export const drawColumn = (
  items: readonly FlowItem[],
  { x, y }: { readonly x: number; readonly y: number },
  grid: Grid,
): SettingParts => {
  const drawing = new ColumnDrawing(grid, x, y)
  items.forEach((item) => drawing.add(item))
  return drawing.end()
}
