import { leavesOf, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { PictureId } from '@/bundle/ids'
import type { TextRange } from '@/bundle/region'
import type { RunStyle, SetLine } from '@/bundle/setting'
import { weightOfRun } from '@/bundle/setting-weight'
import { lineWidthOf } from '@/text/line-setting'
import { breakLines } from './break-lines'
import type { ArticleDraft } from '../model/draft'
import type { Grid } from './grid'
import { textStyles } from './type-styles'

/** One thing that stands in a column: a line of type, or a picture. Its height is whole rows of the grid. */
export type FlowItem =
  | {
      readonly kind: 'line'
      /** Offset of the line's first character in the article. */
      readonly from: number
      /** Offset of its leaf: lines of one leaf make one run. */
      readonly leafFrom: number
      readonly style: RunStyle
      readonly line: SetLine
      readonly size: number
      /** Distance from the column's edge, page units. */
      readonly inset: number
      readonly rows: number
      /** Distance of the line's own row from the head of its rows, page units. */
      readonly drop: number
      /** Stands beside the item before it, on the same rows: a cell of a table. */
      readonly isBeside: boolean
      /** Must not be the last of a column. */
      readonly keepsNext: boolean
    }
  | { readonly kind: 'plate'; readonly from: number; readonly picture: PictureId; readonly rows: number }

/** Width over height of a picture. */
export type AspectOf = (picture: PictureId) => number

interface LeafSetting {
  readonly style: RunStyle
  readonly inset: number
  readonly width: number
  readonly indent: number
}

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

const linesOfLeaf = (leaf: PlacedLeaf, { style, inset, width, indent }: LeafSetting, grid: Grid): FlowItem[] => {
  if (leaf.text === '') return []
  const { scale } = textStyles[style]
  const size = Math.round(grid.bodySize * scale)
  const lines = breakLines(leaf.text, {
    width: Math.floor((width / size) * 1000),
    indent: indent * 1000,
    weight: weightOfRun(style),
    isRagged: style === 'table' || style === 'caption',
  })
  let from = leaf.from
  return lines.map((line) => {
    const item: FlowItem = {
      kind: 'line',
      from,
      leafFrom: leaf.from,
      style,
      line,
      size,
      inset,
      rows: 1,
      drop: 0,
      isBeside: false,
      keepsNext: false,
    }
    from += line[0] ?? 0
    return item
  })
}

/** A subhead of one line is centred; its lines stand in the middle of one row more than they are. */
const asSubhead = (items: readonly FlowItem[], text: string, width: number, grid: Grid): FlowItem[] =>
  items.map((item, index) => {
    if (item.kind !== 'line') return item
    const [count = 0, spacing = 0] = item.line
    const room = (width / item.size) * 1000
    const centring =
      items.length === 1 ? Math.max(0, Math.floor((room - lineWidthOf(text, weightOfRun('subhead'))) / 2)) : 0
    const drop = Math.round(grid.leading * 0.6)
    return {
      ...item,
      line: centring > 0 ? [count, 0, centring] : [count, spacing],
      rows: index === 0 ? 2 : 1,
      drop: index === 0 ? drop : drop - grid.leading,
      keepsNext: true,
    }
  })

/** The cells of one row of a table, side by side; the row is as high as its highest cell. */
const tableRow = (cells: readonly PlacedLeaf[], columns: number, width: number, grid: Grid): FlowItem[] => {
  const cellWidth = Math.floor(width / columns)
  const padding = Math.round(grid.bodySize * 0.3)
  const set = cells.map((leaf, column) =>
    linesOfLeaf(
      leaf,
      { style: 'table', inset: column * cellWidth + padding, width: cellWidth - 2 * padding, indent: 0 },
      grid,
    ),
  )
  const rows = Math.max(1, ...set.map((lines) => lines.length))
  return set.flatMap((lines, column) =>
    lines.map((item, index) =>
      item.kind === 'line'
        ? {
            ...item,
            drop: index * grid.leading,
            // The row's first line carries its height; everything else stands beside it.
            rows: column === firstFilled(set) && index === 0 ? rows : 0,
            isBeside: !(column === firstFilled(set) && index === 0),
          }
        : item,
    ),
  )
}
const firstFilled = (cells: readonly (readonly FlowItem[])[]): number => cells.findIndex((lines) => lines.length > 0)

const inRows = <Item>(items: readonly Item[], columns: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => items.slice(row * columns, (row + 1) * columns))

/** A picture in one column: its plate, then caption and credit. */
const pictureItems = (
  leaves: readonly PlacedLeaf[],
  picture: PictureId,
  width: number,
  aspectOf: AspectOf,
  grid: Grid,
): FlowItem[] => {
  const rows = Math.max(3, Math.round(width / aspectOf(picture) / grid.leading))
  return [{ kind: 'plate', from: leaves[0]?.from ?? 0, picture, rows }, ...captionItems(leaves, width, grid)]
}

/** Caption and credit under a picture of the given width. */
export const captionItems = (leaves: readonly PlacedLeaf[], width: number, grid: Grid): FlowItem[] =>
  leaves.flatMap((leaf) => linesOfLeaf(leaf, { style: 'caption', inset: 0, width, indent: 0 }, grid))

/** The flow of a piece of text in one basic column, without the pictures that stand elsewhere in the article. */
export type Flows = (article: ArticleDraft, range: TextRange, placed?: ReadonlySet<PictureId>) => readonly FlowItem[]

/** Flows of one page, each computed once: a layout asks for the same text again and again. */
export const createFlows = (aspectOf: AspectOf, grid: Grid): Flows => {
  const known = new Map<string, readonly FlowItem[]>()
  return (article, range, placed = new Set()) => {
    const key = [article.id, ...range, ...placed].join(' ')
    const flow = known.get(key) ?? flowOf(article.blocks, range, aspectOf, grid, (picture) => placed.has(picture))
    known.set(key, flow)
    return flow
  }
}

/** The text of a range as it runs down a basic column. A paragraph that began on another page has no indent. */
const flowOf = (
  blocks: readonly Block[],
  range: TextRange,
  aspectOf: AspectOf,
  grid: Grid,
  isPlaced: (picture: PictureId) => boolean,
): FlowItem[] => {
  const { columnWidth: width } = grid
  const sliced = sliceBlocks(blocks, range)
  const placed = leavesOf(sliced, range[0])
  return sliced.flatMap((block, index) => {
    const leaves = placed.filter(({ blockIndex }) => blockIndex === index)
    if (block.kind === 'picture')
      return isPlaced(block.picture) ? [] : pictureItems(leaves, block.picture, width, aspectOf, grid)
    if (block.kind === 'table')
      return inRows(leaves, block.columns).flatMap((cells) => tableRow(cells, block.columns, width, grid))
    const style = styleOf(block)
    const { scale, indent, inset, insetEnd } = textStyles[style]
    const em = grid.bodySize * scale
    return leaves.flatMap((leaf) => {
      const isTakenUp = leaf.leafIndex === 0 && block.continued === 'leaf'
      const items = linesOfLeaf(
        leaf,
        {
          style,
          inset: Math.round(inset * em),
          width: width - Math.round((inset + insetEnd) * em),
          indent: isTakenUp ? 0 : indent,
        },
        grid,
      )
      return style === 'subhead' ? asSubhead(items, leaf.text, width, grid) : items
    })
  })
}
