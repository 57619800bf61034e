import { leavesOf, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { PictureId } from '@/bundle/ids'
import type { TextRange } from '@/bundle/region'
import type { RunStyle } from '@/bundle/setting'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import type { FlowItem, FlowLine } from './flow-item'
import { linesOfLeaf } from './leaf-lines'
import { tableLines } from './table-lines'
import { textStyles } from './type-styles'

/** Width over height of a picture. */
export type AspectOf = (picture: PictureId) => number

const styleOf = (block: Block): RunStyle => {
  switch (block.kind) {
    case 'paragraph':
    case 'later':
      return 'body'
    case 'picture':
      return 'caption'
    default:
      return block.kind
  }
}

/** A subhead of one line is centred; its lines stand in the middle of one row more than they are. */
const asSubhead = (items: readonly FlowLine[], text: string, width: number, lang: string, grid: Grid): FlowLine[] =>
  items.map((item, index) => {
    const room = (width / item.size) * 1000
    const natural = lineWidthOf(text, faceOfRun('subhead', lang))
    const centring = items.length === 1 ? Math.max(0, Math.floor((room - natural) / 2)) : 0
    const drop = Math.round(grid.leading * 0.6)
    return {
      ...item,
      line: centring > 0 ? { ...item.line, spacing: 0, indent: centring } : item.line,
      rows: index === 0 ? 2 : 1,
      drop: index === 0 ? drop : drop - grid.leading,
      keepsNext: true,
    }
  })

/** A pull quote stands together, half a row of air over it and half a row under it. */
const asPullQuote = (items: readonly FlowLine[], grid: Grid): FlowLine[] =>
  items.map((item, index) => ({
    ...item,
    rows: index === items.length - 1 ? 2 : 1,
    drop: Math.round(grid.leading / 2),
    keepsNext: index < items.length - 1,
  }))

/** Caption and credit under a picture of the given width. */
export const captionLines = (
  article: ArticleDraft,
  leaves: readonly PlacedLeaf[],
  width: number,
  grid: Grid,
): FlowLine[] =>
  leaves.flatMap((leaf) => linesOfLeaf(article, leaf, { style: 'caption', inset: 0, width, indent: 0 }, grid))

/** The flow of a portion of text in one basic column, without the pictures that stand elsewhere in the article. */
export type Flows = (article: ArticleDraft, range: TextRange, placed?: ReadonlySet<PictureId>) => readonly FlowItem[]

/** Flows of one page, each computed once: a layout asks for the same text again and again. */
export const createFlows = (aspectOf: AspectOf, grid: Grid): Flows => {
  const known = new Map<string, readonly FlowItem[]>()
  return (article, range, placed = new Set()) => {
    const key = [article.id, ...range, ...placed].join(' ')
    const flow = known.get(key) ?? flowOf(article, range, aspectOf, grid, placed)
    known.set(key, flow)
    return flow
  }
}

/** The text of a range as it runs down a basic column. A paragraph that began on another page has no indent. */
const flowOf = (
  article: ArticleDraft,
  range: TextRange,
  aspectOf: AspectOf,
  grid: Grid,
  placed: ReadonlySet<PictureId>,
): FlowItem[] => {
  const { columnWidth: width } = grid
  const sliced = sliceBlocks(article.blocks, range)
  const all = leavesOf(sliced, range[0])
  return sliced.flatMap((block, index): FlowItem[] => {
    const leaves = all.filter(({ blockIndex }) => blockIndex === index)
    if (block.kind === 'picture') {
      if (placed.has(block.picture)) return []
      const rows = Math.max(3, Math.round(width / aspectOf(block.picture) / grid.leading))
      const plate = {
        kind: 'plate',
        article: article.id,
        from: leaves[0]?.from ?? 0,
        picture: block.picture,
        rows,
      } as const
      return [plate, ...captionLines(article, leaves, width, grid)]
    }
    if (block.kind === 'table') return tableLines(article, leaves, block.columns, grid)
    const style = styleOf(block)
    const { scale, indent, inset, insetEnd } = textStyles[style]
    const em = grid.bodySize * scale
    return leaves.flatMap((leaf) => {
      const isTakenUp = leaf.leafIndex === 0 && block.continued === 'leaf'
      const setting = {
        style,
        inset: Math.round(inset * em),
        width: width - Math.round((inset + insetEnd) * em),
        indent: isTakenUp ? 0 : indent,
      }
      const items = linesOfLeaf(article, leaf, setting, grid)
      if (style === 'subhead') return asSubhead(items, leaf.text, width, article.lang ?? grid.lang, grid)
      return style === 'pull-quote' ? asPullQuote(items, grid) : items
    })
  })
}
