import type { PlacedLeaf } from '@/bundle/article-text'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { cellPaddingEms, textStyles } from '../type-styles'
import type { FlowTableRow } from './flow-item'
import { linesOfLeaf } from './leaf-lines'

/** A table of at most so many rows of type stands whole in one column. */
const longestWhole = 12

const inRows = <Item>(items: readonly Item[], columns: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => items.slice(row * columns, (row + 1) * columns))

/** What should not be broken: words between spaces, and up to four Han characters, the length of a short label. */
const wordsOf = (text: string): string[] => text.match(/\p{Script=Han}{1,4}|[^\s\p{Script=Han}]+/gu) ?? []

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/**
 * Widths of a table's columns, page units: each is at least as wide as its longest word, and the rest is shared out by how much
 * more each column's longest cell wants (CSS 2.2, 17.5.2.2, automatic table layout).
 */
const columnWidths = (
  rows: readonly (readonly PlacedLeaf[])[],
  columns: number,
  lang: string,
  grid: Grid,
): number[] => {
  const size = grid.bodySize * textStyles.table.scale
  const padding = 2 * Math.round(grid.bodySize * cellPaddingEms)
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

/** A row of the table; undefined where all its cells are empty. */
const tableRowOf = (
  article: ArticleDraft,
  cells: readonly PlacedLeaf[],
  widths: readonly number[],
  grid: Grid,
): Omit<FlowTableRow, 'keepsNext'> | undefined => {
  const padding = Math.round(grid.bodySize * cellPaddingEms)
  const set = cells.map((leaf, column) => {
    const [left, width] = [sum(widths.slice(0, column)), widths[column] ?? 0]
    const setting = { style: 'table', inset: left + padding, width: width - 2 * padding, indent: 0 } as const
    return linesOfLeaf(article, leaf, setting, grid)
  })
  const rows = Math.max(...set.map((lines) => lines.length))
  const lines = set.flatMap((cell) => cell.map((line, index) => ({ ...line, drop: index * grid.leading })))
  return lines.length > 0 ? { kind: 'table-row', lines, rows } : undefined
}

/** The rows of a table over a basic column. */
export const tableRows = (
  article: ArticleDraft,
  cells: readonly PlacedLeaf[],
  columns: number,
  grid: Grid,
): FlowTableRow[] => {
  const cellRows = inRows(cells, columns)
  const widths = columnWidths(cellRows, columns, article.lang ?? grid.lang, grid)
  const set = cellRows.map((row) => tableRowOf(article, row, widths, grid))
  const isWhole = sum(set.map((row) => row?.rows ?? 0)) <= longestWhole
  return set.flatMap((row, index) => (row ? [{ ...row, keepsNext: isWhole && index < set.length - 1 }] : []))
}
