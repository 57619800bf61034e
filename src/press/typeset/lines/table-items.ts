import { leavesOf, type PlacedLeaf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import type { FlowTableRow } from './flow-item'
import { tableList } from './table-list'
import { inRows, setRows } from './table-rows'
import { tableFormIn, type PlacedTable } from './table-widths'

type TableBlock = Extract<Block, { readonly kind: 'table' }>

/** The cells of the head of a table that began elsewhere. */
const headElsewhere = ({ blocks }: ArticleDraft, [first]: readonly PlacedLeaf[], columns: number): PlacedLeaf[] => {
  const all = leavesOf(blocks)
  const own = all.find(({ from, text }) => first && first.from >= from && first.from <= from + text.length)
  if (own?.block.kind !== 'table' || !own.block.hasHead) return []
  return all.filter(({ blockIndex, leafIndex }) => blockIndex === own.blockIndex && leafIndex < columns)
}

/** A block of the article, or what stands here of it, as a table. */
export const placedTableOf = (
  article: ArticleDraft,
  { columns, hasHead, continued }: TableBlock,
  leaves: readonly PlacedLeaf[],
): PlacedTable => {
  const rows = inRows(leaves, columns)
  if (continued)
    return { article, columns, head: headElsewhere(article, leaves, columns), isHeadHere: false, body: rows }
  const [head = [], ...body] = rows
  return hasHead
    ? { article, columns, head, isHeadHere: true, body }
    : { article, columns, head: [], isHeadHere: true, body: rows }
}

/** What stands of a table in a column as wide as the grid's: its rows, smaller ones, or a list. */
export const tableItems = (table: PlacedTable, grid: Grid): FlowTableRow[] => {
  const form = tableFormIn(table, grid.columnWidth, grid)
  return form.kind === 'list' ? tableList(table, grid) : setRows(table, form.scale, grid)
}
