import type { PlacedLeaf } from '@/bundle/article-text'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { tableStyle } from '../type-styles'
import type { FlowTableRow, TableLabel, TypeLine } from './flow-item'
import { linesOfLeaf } from './leaf-lines'
import { createKept } from './kept-per-article'
import { isNumber, sidesOf } from './table-number'
import { cellPadding, columnNeeds, columnWidths, sum, type ColumnNeeds, type PlacedTable } from './table-widths'

/** A table of at most so many rows of type stands whole in one column. */
const longestWhole = 12

export const inRows = <Item>(items: readonly Item[], columns: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => items.slice(row * columns, (row + 1) * columns))

/** A column of a table as it is set: its place and what its cells are. */
interface SetColumn {
  readonly inset: number
  readonly width: number
  readonly needs: ColumnNeeds
}

interface TableRoom {
  readonly article: ArticleDraft
  readonly columns: readonly SetColumn[]
  readonly scale: number
  readonly grid: Grid
}

/** The line moved in by so many thousandths of an em; a squeezed line fills its cell already. */
const movedIn = (line: TypeLine, indent: number): TypeLine =>
  line.line.spacing < 0 || indent <= 0 ? line : { ...line, line: { ...line.line, indent: Math.floor(indent) } }

/** Lines of a cell. Numbers stand one under the other by their points, in the middle of their column; so does what is over them. */
const linesOfCell = (leaf: PlacedLeaf, column: SetColumn, isHead: boolean, room: TableRoom): TypeLine[] => {
  const { article, scale, grid } = room
  const { inset, width, needs } = column
  const lines = linesOfLeaf(article, leaf, { style: 'table', inset, width, indent: 0, scale }, grid)
  const { numbers } = needs
  if (!numbers) return lines
  const face = faceOfRun('table', article.lang ?? grid.lang)
  return lines.map((line) => {
    const at = line.from - leaf.from
    const text = leaf.text.slice(at, at + line.line.count).trim()
    const free = (width / line.size) * 1000
    if (isHead || lines.length > 1 || !isNumber(text)) return movedIn(line, (free - lineWidthOf(text, face)) / 2)
    return movedIn(line, (free - numbers.before - numbers.after) / 2 + numbers.before - sidesOf(text, face).before)
  })
}

/** The cells of a row, each from the head of the row. */
interface RowLines {
  readonly lines: readonly TypeLine[]
  readonly rows: number
}

const keptRows = createKept<RowLines>()

/** The cells of a row; undefined where all of them are empty. */
const linesOfRow = (cells: readonly PlacedLeaf[], isHead: boolean, room: TableRoom): RowLines | undefined => {
  const { scale, grid } = room
  const extent = sum(cells.map(({ text }) => text.length))
  const [size, lang] = [`${grid.columnWidth} ${grid.bodySize} ${grid.leading}`, grid.lang]
  const key = [cells[0]?.from ?? -1, extent, cells.length, room.columns.length, isHead, scale, size, lang].join(' ')
  const row = keptRows(room.article, key, () => setRow(cells, isHead, room))
  return row.rows > 0 ? row : undefined
}

const setRow = (cells: readonly PlacedLeaf[], isHead: boolean, room: TableRoom): RowLines => {
  const set = cells.flatMap((leaf, index) => {
    const column = room.columns[index]
    return column ? [linesOfCell(leaf, column, isHead, room)] : []
  })
  const rows = Math.max(0, ...set.map((lines) => lines.length))
  const { leading } = room.grid
  const lines = set.flatMap((cell) => cell.map((line, index) => ({ ...line, drop: index * leading })))
  return { lines, rows }
}

/** Words of the article once more, where its lines stand. */
export const labelsOf = (
  lines: readonly TypeLine[],
  leaves: readonly PlacedLeaf[],
  room: { article: ArticleDraft; grid: Grid },
): TableLabel[] => {
  const face = faceOfRun('table', room.article.lang ?? room.grid.lang)
  return lines.flatMap(({ from, leafFrom, line, size, inset, drop }) => {
    const at = from - leafFrom
    const text = (leaves.find((leaf) => leaf.from === leafFrom)?.text ?? '').slice(at, at + line.count).trim()
    if (text === '') return []
    const width = Math.ceil((lineWidthOf(text, face) * size) / 1000)
    return [{ text, size, inset: inset + Math.round((line.indent * size) / 1000), width, drop }]
  })
}

/** The head between two rules, on a tint: it takes a row more than it has lines, and some of that is air above it. */
const asHead = (
  { lines, rows }: { readonly lines: readonly TypeLine[]; readonly rows: number },
  { leading }: Grid,
): FlowTableRow => {
  const top = Math.round(leading * tableStyle.airAboveRule)
  const foot = (rows + 1) * leading
  const drop = Math.round((top + foot - rows * leading) / 2)
  return {
    kind: 'table-row',
    lines: lines.map((line) => ({ ...line, drop: line.drop + drop })),
    labels: [],
    rows: rows + 1,
    keepsNext: false,
    isHead: true,
    rules: [top, foot],
    tint: [top, foot],
  }
}

/** The rows of a table as wide as the grid's columns, its type so many times as large as the body's. */
export const setRows = (table: PlacedTable, scale: number, grid: Grid): FlowTableRow[] => {
  const padding = cellPadding(grid)
  const needs = columnNeeds(table, scale, grid)
  const widths = columnWidths(needs, grid.columnWidth)
  const columns = needs.map((own, column): SetColumn => ({
    inset: sum(widths.slice(0, column)) + padding,
    width: (widths[column] ?? 0) - 2 * padding,
    needs: own,
  }))
  const room: TableRoom = { article: table.article, columns, scale, grid }
  const headLines = linesOfRow(table.head, true, room)
  const head = headLines && asHead(headLines, grid)
  const repeatedHead = head && { ...head, lines: [], labels: labelsOf(head.lines, table.head, room) }
  const set = table.body.flatMap((row) => linesOfRow(row, false, room) ?? [])
  const isDense = set.every(({ rows }) => rows === 1)
  const isWhole = sum(set.map(({ rows }) => rows)) + (headLines?.rows ?? 0) <= longestWhole
  const footAir = Math.round(grid.leading * tableStyle.airAboveFoot)
  const body = set.map(({ lines, rows }, index): FlowTableRow => {
    const isLast = index === set.length - 1
    return {
      kind: 'table-row',
      lines,
      labels: [],
      rows,
      keepsNext: isWhole && !isLast,
      isHead: false,
      rules: isLast ? [rows * grid.leading + footAir] : isDense ? [] : [rows * grid.leading],
      ...(repeatedHead && { repeatedHead }),
    }
  })
  if (!head) return body
  // What began elsewhere has its head once more where it goes on, by `repeatedHead`.
  return table.isHeadHere ? [{ ...head, keepsNext: isWhole && body.length > 0 }, ...body] : body
}

/** The rows of a table over a basic column, the first of them its head. */
export const tableRows = (
  article: ArticleDraft,
  cells: readonly PlacedLeaf[],
  columns: number,
  grid: Grid,
): FlowTableRow[] => {
  const [head = [], ...body] = inRows(cells, columns)
  return setRows({ article, columns, head, isHeadHere: true, body, wholeBody: body }, tableStyle.scales[0], grid)
}
