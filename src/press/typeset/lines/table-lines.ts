import type { PlacedLeaf } from '@/bundle/article-text'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { rowsOf, type FlowLine } from './flow-item'
import { linesOfLeaf } from './leaf-lines'
import { textStyles } from './type-styles'

/** A table of so many rows of type at most stands whole in one column. */
const longestWhole = 12

/** Room at each side of a cell, ems of the body. */
const paddingEms = 0.3

const inRows = <Item>(items: readonly Item[], columns: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => items.slice(row * columns, (row + 1) * columns))

/** What is hardly to be parted: words between blanks, Han characters by up to four, as a short label has. */
const wordsOf = (text: string): string[] => text.match(/\p{Script=Han}{1,4}|[^\s\p{Script=Han}]+/gu) ?? []

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/**
 * Widths of a table's columns, page units: each as wide as its longest word at least, and what is left shared out by how much
 * more its longest cell wants (CSS 2.2, 17.5.2.2, automatic table layout).
 */
const columnWidths = (
  rows: readonly (readonly PlacedLeaf[])[],
  columns: number,
  lang: string,
  grid: Grid,
): number[] => {
  const size = grid.bodySize * textStyles.table.scale
  const padding = 2 * Math.round(grid.bodySize * paddingEms)
  const face = faceOfRun('table', lang)
  const widest = (column: number, partsOf: (text: string) => readonly string[]): number => {
    const parts = rows.flatMap((row) => partsOf(row[column]?.text ?? ''))
    return padding + Math.ceil((Math.max(0, ...parts.map((part) => lineWidthOf(part, face))) * size) / 1000)
  }
  const widths = (partsOf: (text: string) => readonly string[]): number[] =>
    Array.from({ length: columns }, (_, column) => widest(column, partsOf))
  const [least, wanted] = [widths(wordsOf), widths((text) => [text])]
  const room = grid.columnWidth
  if (sum(wanted) <= room) return wanted.map((own) => Math.floor(own + (room - sum(wanted)) / columns))
  if (sum(least) >= room) return least.map((own) => Math.floor((own * room) / sum(least)))
  const share = (room - sum(least)) / (sum(wanted) - sum(least))
  return least.map((own, column) => Math.floor(own + ((wanted[column] ?? own) - own) * share))
}

/** The cells of one row, side by side; its first line carries the height, the others stand beside it. */
const rowLines = (
  article: ArticleDraft,
  cells: readonly PlacedLeaf[],
  widths: readonly number[],
  grid: Grid,
): FlowLine[] => {
  const padding = Math.round(grid.bodySize * paddingEms)
  const set = cells.map((leaf, column) => {
    const [left, width] = [sum(widths.slice(0, column)), widths[column] ?? 0]
    return linesOfLeaf(
      article,
      leaf,
      { style: 'table', inset: left + padding, width: width - 2 * padding, indent: 0 },
      grid,
    )
  })
  const rows = Math.max(1, ...set.map((lines) => lines.length))
  const bearer = set.findIndex((lines) => lines.length > 0)
  return set.flatMap((lines, column) =>
    lines.map((item, index) => {
      const isBearer = column === bearer && index === 0
      return { ...item, drop: index * grid.leading, rows: isBearer ? rows : 0, isBeside: !isBearer }
    }),
  )
}

/** A table over a basic column, its columns as wide as their cells want. */
export const tableLines = (
  article: ArticleDraft,
  cells: readonly PlacedLeaf[],
  columns: number,
  grid: Grid,
): FlowLine[] => {
  const rows = inRows(cells, columns)
  const widths = columnWidths(rows, columns, article.lang ?? grid.lang, grid)
  const lines = rows.map((row) => rowLines(article, row, widths, grid))
  const isWhole = rowsOf(lines.flat()) <= longestWhole
  return lines.flatMap((row, index) => row.map((line) => ({ ...line, keepsNext: isWhole && index < lines.length - 1 })))
}
