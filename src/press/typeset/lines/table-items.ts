import { leavesByBlock, type PlacedLeaf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import type { FlowTableRow } from './flow-item'
import { tableList } from './table-list'
import { inRows, setRows } from './table-rows'
import { tableFormIn, type PlacedTable } from './table-widths'

type TableBlock = Extract<Block, { readonly kind: 'table' }>

/** All cells of the table that a leaf is of, wherever they stand. */
const wholeTable = ({ blocks }: ArticleDraft, at: number): readonly PlacedLeaf[] =>
  leavesByBlock(blocks).find((leaves) => {
    const [first, last] = [leaves[0], leaves.at(-1)]
    return first && last && at >= first.from && at <= last.from + last.text.length
  }) ?? []

/** A block of the article, or what stands here of it, as a table. */
export const placedTableOf = (
  article: ArticleDraft,
  { columns }: TableBlock,
  leaves: readonly PlacedLeaf[],
): PlacedTable => {
  const whole = wholeTable(article, leaves[0]?.from ?? 0)
  const [first] = whole
  const hasHead = first?.block.kind === 'table' && first.block.hasHead
  const isHeadHere = first?.from === leaves[0]?.from
  const [head = [], ...wholeBody] = hasHead ? inRows(whole, columns) : [[], ...inRows(whole, columns)]
  const rows = inRows(leaves, columns)
  return { article, columns, head, isHeadHere, body: hasHead && isHeadHere ? rows.slice(1) : rows, wholeBody }
}

/** What stands of a table in a column as wide as the grid's: its rows, smaller ones, or a list. */
export const tableItems = (table: PlacedTable, grid: Grid): FlowTableRow[] => {
  const form = tableFormIn(table, grid.columnWidth, grid)
  return form.kind === 'list' ? tableList(table, grid) : setRows(table, form.scale, grid)
}
