import type { PlacedLeaf } from '@/bundle/article-text'
import type { Grid } from '../grid'
import { tableStyle } from '../type-styles'
import type { FlowTableRow, TableLabel, TypeLine } from './flow-item'
import { linesOfLeaf } from './leaf-lines'
import { labelsOf } from './table-rows'
import { cellPadding, columnNeeds, type PlacedTable } from './table-widths'

/**
 * A table that is too wide even for the whole page, as a list: each row of it is a group of lines, the word of the head before each
 * value. The words of the head stand in the first group; in the others they are printed once more.
 */
export const tableList = (table: PlacedTable, grid: Grid): FlowTableRow[] => {
  const { article, head, isHeadHere, body } = table
  const { columnWidth, leading } = grid
  const padding = cellPadding(grid)
  const [scale] = tableStyle.scales
  const naturals = columnNeeds({ ...table, wholeBody: [head] }, scale, grid).map(({ wanted }) => wanted)
  const labelWidth = Math.round(Math.min(columnWidth * tableStyle.mostLabelShare, Math.max(...naturals)))
  const setAt = (leaf: PlacedLeaf, inset: number, width: number): TypeLine[] =>
    linesOfLeaf(article, leaf, { style: 'table', inset, width: width - 2 * padding, indent: 0, scale }, grid)

  const groupOf = (row: readonly PlacedLeaf[], isFirst: boolean): FlowTableRow => {
    const [lines, labels]: [TypeLine[], TableLabel[]] = [[], []]
    let rows = 0
    head.forEach((word, column) => {
      const value = row[column]
      const valueLines = value ? setAt(value, labelWidth + padding, columnWidth - labelWidth) : []
      if (valueLines.length === 0 && !isFirst) return
      const at = rows * leading
      const below = (line: TypeLine, index: number): TypeLine => ({ ...line, drop: at + index * leading })
      const wordLines = setAt(word, padding, labelWidth).map(below)
      if (isFirst) lines.push(...wordLines)
      else labels.push(...labelsOf(wordLines, head, { article, grid }))
      lines.push(...valueLines.map(below))
      rows += Math.max(wordLines.length, valueLines.length)
    })
    const foot = rows * leading
    return {
      kind: 'table-row',
      lines,
      labels,
      rows,
      keepsNext: false,
      isHead: false,
      rules: isFirst ? [0, foot] : [foot],
    }
  }
  return body.map((row, index) => groupOf(row, isHeadHere && index === 0)).filter(({ rows }) => rows > 0)
}
