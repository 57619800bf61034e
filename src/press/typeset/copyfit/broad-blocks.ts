import { leavesByBlock, type PlacedLeaf } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import { spanWidth, type Grid } from '../grid'
import { createFlows, type AspectOf, type Flows } from '../lines/flow'
import { rowsOf } from '../lines/flow-item'
import { placedTableOf, tableItems } from '../lines/table-items'
import { tableFormIn, type PlacedTable } from '../lines/table-widths'
import { turnedShare } from '../lines/verse-items'
import type { Portion } from './portion'

/** A block that may stand over several columns, and over how many it wants to: a table, or a poem of long lines. */
export interface BroadBlock {
  readonly kind: 'table' | 'verse'
  readonly range: TextRange
  readonly span: number
}

/** The broad blocks of a page's articles. Each is measured once. */
export interface BroadBlocks {
  readonly blocksOf: (portion: Pick<Portion, 'article' | 'range'>) => readonly BroadBlock[]
  /** The flows in a column of this width, page units. */
  readonly flowsIn: (width: number) => Flows
  /** The flows over so many columns. */
  readonly flowsOver: (span: number) => Flows
}

/** A table takes one column more only if it then takes this much less of the page, as a share of what it takes otherwise. */
const worthAnother = 0.9
/** A poem stands in wider columns where more of its lines than this share would turn over. */
const mostTurned = 0.12
const broadestVerse = 2

/**
 * The columns over which a table takes the least of the page: where its words stand whole, and its cells are in few lines. The whole
 * page where even that is too narrow.
 */
const spanOfTable = (table: PlacedTable, grid: Grid): number => {
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

const spanOfVerse = (article: Portion['article'], leaves: readonly PlacedLeaf[], grid: Grid): number => {
  const widest = Math.min(broadestVerse, grid.columns)
  const shareOver = (span: number): number => turnedShare(article, leaves, spanWidth(grid, span), grid)
  return shareOver(1) > mostTurned && shareOver(widest) <= shareOver(1) / 2 ? widest : 1
}

/** The broad blocks of an article, as a whole: what goes on elsewhere stands there as it began. */
const spansOf = (article: Portion['article'], grid: Grid): ReadonlyMap<number, number> => {
  const spans = new Map<number, number>()
  leavesByBlock(article.blocks).forEach((leaves, index) => {
    const [block, first] = [article.blocks[index], leaves[0]]
    if (block?.kind === 'verse') spans.set(index, spanOfVerse(article, leaves, grid))
    if (block?.kind === 'table' && first) spans.set(index, spanOfTable(placedTableOf(article, block, leaves), grid))
  })
  // Poems of one article, such as one and its translation, have one measure.
  const verse = [...spans].filter(([index]) => article.blocks[index]?.kind === 'verse')
  const widest = Math.max(1, ...verse.map(([, span]) => span))
  for (const [index] of verse) spans.set(index, widest)
  return spans
}

const findBlocks = (
  { article, range }: Pick<Portion, 'article' | 'range'>,
  spans: ReadonlyMap<number, number>,
): BroadBlock[] =>
  leavesByBlock(article.blocks).flatMap((leaves, index): BroadBlock[] => {
    const [span, kind] = [spans.get(index), article.blocks[index]?.kind]
    const [first, last] = [leaves[0], leaves.at(-1)]
    if (span === undefined || !first || !last || (kind !== 'table' && kind !== 'verse')) return []
    const from = Math.max(range[0], first.from)
    const to = Math.min(range[1], last.from + last.text.length + 1)
    return from < to ? [{ kind, range: [from, to], span }] : []
  })

export const createBroadBlocks = (aspectOf: AspectOf, grid: Grid): BroadBlocks => {
  const blocks = new Map<string, readonly BroadBlock[]>()
  const spans = new Map<string, ReadonlyMap<number, number>>()
  const none: readonly BroadBlock[] = []
  const flows = new Map<number, Flows>()
  return {
    blocksOf: (portion) => {
      const { article } = portion
      // Tiers of vertical lines are no measure that a table could be wider than.
      if (grid.isVertical || !article.blocks.some(({ kind }) => kind === 'table' || kind === 'verse')) return none
      const key = [article.id, ...portion.range].join(' ')
      const own = spans.get(article.id) ?? spansOf(article, grid)
      spans.set(article.id, own)
      const found = blocks.get(key) ?? findBlocks(portion, own)
      blocks.set(key, found)
      return found
    },
    flowsIn: (width) => {
      const found = flows.get(width) ?? createFlows(aspectOf, { ...grid, columnWidth: width })
      flows.set(width, found)
      return found
    },
    flowsOver(span) {
      return this.flowsIn(spanWidth(grid, span))
    },
  }
}
