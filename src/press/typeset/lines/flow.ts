import { leavesOf, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { PictureId } from '@/bundle/ids'
import type { TextRange } from '@/bundle/region'
import type { RunStyle } from '@/bundle/setting'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { airAboveText, captionAirBelow, stanzaAir, tableStyle, textStyles } from '../type-styles'
import type { FlowItem, FlowLine, TypeLine } from './flow-item'
import { linesOfLeaf } from './leaf-lines'
import { placedTableOf, tableItems } from './table-items'
import { verseItems } from './verse-items'

/** A picture's width divided by its height. */
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

const flowLineOf = (line: TypeLine): FlowLine => ({ kind: 'line', ...line, rows: 1, keepsNext: false })

interface SubheadRoom {
  readonly width: number
  readonly lang: string
  readonly grid: Grid
}

/** A subhead takes a row more than it has lines, most of it above; a subhead of one line is centred. */
const asSubhead = (lines: readonly TypeLine[], text: string, { width, lang, grid }: SubheadRoom): FlowLine[] =>
  lines.map((line, index) => {
    const room = (width / line.size) * 1000
    const natural = lineWidthOf(text, faceOfRun('subhead', lang))
    const centring = lines.length === 1 ? Math.max(0, Math.floor((room - natural) / 2)) : 0
    const drop = Math.round(grid.leading * airAboveText.subhead)
    return {
      ...flowLineOf(line),
      line: centring > 0 ? { ...line.line, spacing: 0, indent: centring } : line.line,
      rows: index === 0 ? 2 : 1,
      drop: index === 0 ? drop : drop - grid.leading,
      keepsNext: true,
    }
  })

/** A pull quote takes a row more than it has lines, half of it above and half below, and is never divided between columns. */
const asPullQuote = (lines: readonly TypeLine[], grid: Grid): FlowLine[] =>
  lines.map((line, index) => ({
    ...flowLineOf(line),
    rows: index === lines.length - 1 ? 2 : 1,
    drop: Math.round(grid.leading * airAboveText.pullQuote),
    keepsNext: index < lines.length - 1,
  }))

/** Caption and credit under a picture of the given width. */
export const captionLines = (
  article: ArticleDraft,
  leaves: readonly PlacedLeaf[],
  width: number,
  grid: Grid,
): FlowLine[] =>
  leaves.flatMap((leaf) =>
    linesOfLeaf(article, leaf, { style: 'caption', inset: 0, width, indent: 0 }, grid).map(flowLineOf),
  )

/** No picture is lower, in rows. */
export const lowestPlate = 3

/** Height of a picture of the given width, uncropped, in rows and parts of them. */
export const naturalRowsOf = (picture: PictureId, width: number, aspectOf: AspectOf, { leading }: Grid): number =>
  Math.max(lowestPlate, width / aspectOf(picture) / leading)

/** The flow of a range of text in one basic column, without the pictures that are placed elsewhere in the article. */
export type Flows = (article: ArticleDraft, range: TextRange, placed?: ReadonlySet<PictureId>) => readonly FlowItem[]

/** The flows of one page. Each is computed once: a layout asks for the same text again and again. */
export const createFlows = (aspectOf: AspectOf, grid: Grid): Flows => {
  const known = new Map<string, readonly FlowItem[]>()
  return (article, range, placed = new Set()) => {
    const key = [article.id, ...range, ...placed].join(' ')
    const flow = known.get(key) ?? flowOf(article, range, aspectOf, grid, placed)
    known.set(key, flow)
    return flow
  }
}

const verseAir: FlowItem = { kind: 'air', rows: stanzaAir }

/** A poem stands apart from the text before and after it, and from another poem. */
const airAround = (blocks: readonly Block[], index: number, poem: readonly FlowItem[]): FlowItem[] => {
  const [before, after] = [blocks[index - 1]?.kind, blocks[index + 1]?.kind]
  const isApart = before !== undefined && before !== 'subhead' && before !== 'table'
  return [...(isApart ? [verseAir] : []), ...poem, ...(after === 'paragraph' || after === 'note' ? [verseAir] : [])]
}

/** A paragraph that began on another page has no indent. */
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
      const rows = Math.round(naturalRowsOf(block.picture, width, aspectOf, grid))
      return [
        { kind: 'plate', article: article.id, from: leaves[0]?.from ?? 0, rows },
        ...captionLines(article, leaves, width, grid),
        ...(index < sliced.length - 1 ? [{ kind: 'air' as const, rows: captionAirBelow }] : []),
      ]
    }
    if (block.kind === 'table') {
      return [...tableItems(placedTableOf(article, block, leaves), grid), { kind: 'air', rows: tableStyle.airBelow }]
    }
    if (block.kind === 'verse') return airAround(sliced, index, verseItems(article, leaves, grid))
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
      const lines = linesOfLeaf(article, leaf, setting, grid)
      if (style === 'subhead') return asSubhead(lines, leaf.text, { width, lang: article.lang ?? grid.lang, grid })
      return style === 'pull-quote' ? asPullQuote(lines, grid) : lines.map(flowLineOf)
    })
  })
}
