import { leavesByBlock, sliceBlocks } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import { spanWidth, type Grid } from '../grid'
import { createFlows, type AspectOf, type Flows } from '../lines/flow'
import { rowsOf } from '../lines/flow-item'
import { placedTableOf, tableItems } from '../lines/table-items'
import { tableFormIn, type PlacedTable } from '../lines/table-widths'
import type { Portion } from './portion'

/** A table of a portion, and over how many columns it wants to stand. */
export interface BroadTable {
  readonly range: TextRange
  readonly table: PlacedTable
  readonly span: number
}

/** The tables of a page's articles, which may stand over several columns. Each is measured once. */
export interface BroadTables {
  readonly tablesOf: (portion: Pick<Portion, 'article' | 'range'>) => readonly BroadTable[]
  /** The flows in a column of this width, page units. */
  readonly flowsIn: (width: number) => Flows
}

/** A table takes one column more only if it then takes this much less of the page, as a share of what it takes otherwise. */
const worthAnother = 0.9

/**
 * The columns over which a table takes the least of the page: where its words stand whole, and its cells are in few lines. The whole
 * page where even that is too narrow.
 */
const spanOf = (table: PlacedTable, grid: Grid): number => {
  let best: { readonly span: number; readonly cells: number } | undefined
  for (let span = 1; span <= grid.columns; span++) {
    const width = spanWidth(grid, span)
    const form = tableFormIn(table, width, grid)
    if (form.kind === 'list' || !form.isUsual) continue
    const cells = span * rowsOf(tableItems(table, { ...grid, columnWidth: width }))
    if (!best || cells < best.cells * worthAnother) best = { span, cells }
  }
  return best?.span ?? grid.columns
}

const findTables = ({ article, range }: Pick<Portion, 'article' | 'range'>, grid: Grid): BroadTable[] => {
  if (!article.blocks.some(({ kind }) => kind === 'table')) return []
  const sliced = sliceBlocks(article.blocks, range)
  return leavesByBlock(sliced, range[0]).flatMap((leaves, index): BroadTable[] => {
    const [block, first, last] = [sliced[index], leaves[0], leaves.at(-1)]
    if (block?.kind !== 'table' || !first || !last) return []
    const table = placedTableOf(article, block, leaves)
    // Tiers of vertical lines are no measure that a table could be wider than.
    const span = grid.isVertical ? 1 : spanOf(table, grid)
    return [{ range: [first.from, last.from + last.text.length + 1], table, span }]
  })
}

export const createBroadTables = (aspectOf: AspectOf, grid: Grid): BroadTables => {
  const tables = new Map<string, readonly BroadTable[]>()
  const flows = new Map<number, Flows>()
  return {
    tablesOf: (portion) => {
      const key = [portion.article.id, ...portion.range].join(' ')
      const found = tables.get(key) ?? findTables(portion, grid)
      tables.set(key, found)
      return found
    },
    flowsIn: (width) => {
      const found = flows.get(width) ?? createFlows(aspectOf, { ...grid, columnWidth: width })
      flows.set(width, found)
      return found
    },
  }
}
