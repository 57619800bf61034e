import { leavesByBlock, sliceBlocks } from '@/bundle/article-text'
import type { ArticleDraft } from '../../model/draft'
import { spanWidth, type Grid } from '../grid'
import { placedTableOf } from '../lines/table-items'
import { tableFormIn } from '../lines/table-widths'
import type { UnitShape } from './unit-shape'

/** A table that is too wide for where it stands. */
export interface NarrowedTable {
  readonly article: ArticleDraft
  readonly columns: number
  /** Whether it is set in smaller type, or as a list. */
  readonly form: 'smaller' | 'list'
}

/** The tables of a shape that could not be set as they are. */
export const narrowedTables = (shape: UnitShape, page: Grid): NarrowedTable[] => {
  const [{ portions, bands, span }, grid] = shape.kind === 'vertical-box' ? [shape.inner, shape.grid] : [shape, page]
  const width = bands ? spanWidth(grid, span) : grid.columnWidth
  return portions.flatMap(({ article, range }) => {
    const blocks = sliceBlocks(article.blocks, range)
    return leavesByBlock(blocks, range[0]).flatMap((leaves, index): NarrowedTable[] => {
      const block = blocks[index]
      if (block?.kind !== 'table') return []
      const form = tableFormIn(placedTableOf(article, block, leaves), width, grid)
      if (form.kind === 'table' && form.isUsual) return []
      return [{ article, columns: block.columns, form: form.kind === 'list' ? 'list' : 'smaller' }]
    })
  })
}
