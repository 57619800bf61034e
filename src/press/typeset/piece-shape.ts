import { leavesOf, sliceBlocks } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import { captionItems, type AspectOf, type FlowItem, type Flows } from './flow'
import { levelColumns, rowsOf } from './fill-columns'
import { spanWidth, type Grid } from './grid'
import type { Piece } from './piece'
import { titleBlockOf, type TitleBlock } from './piece-titles'

/** A picture that stands over several columns of its article, at their head, on the right. */
export interface BroadPlate {
  readonly from: number
  readonly picture: PictureId
  /** Columns, counted from the article's right. */
  readonly span: number
  readonly rows: number
  readonly caption: readonly FlowItem[]
}

/** One way to set a piece: over how many columns, and what stands in each. Heights in rows of the grid. */
export interface PieceShape {
  readonly piece: Piece
  readonly span: number
  readonly rows: number
  readonly titleBlock: TitleBlock
  readonly plates: readonly BroadPlate[]
  readonly columns: readonly (readonly FlowItem[])[]
}

/** What every shape of a page is made with. */
export interface PageContext {
  readonly flows: Flows
  readonly aspectOf: AspectOf
  readonly grid: Grid
}

interface ShapeWish {
  readonly span: number
  /** Columns of the broad pictures; 0 leaves every picture in the flow of one column. */
  readonly plateSpan: number
}

/** Pictures of the piece in order, with the offset of their block. */
const picturesOf = ({ article, range }: Piece) => {
  const blocks = sliceBlocks(article.blocks, range)
  const leaves = leavesOf(blocks, range[0])
  return blocks.flatMap((block, index) => {
    const own = leaves.filter(({ blockIndex }) => blockIndex === index)
    return block.kind === 'picture' ? [{ picture: block.picture, from: own[0]?.from ?? range[0], leaves: own }] : []
  })
}

/** Most of a page's height that one picture may take. */
const highestPlate = 0.45

/** The piece set over `span` columns; undefined where the wish makes no sense for it. */
export const shapeOf = (
  piece: Piece,
  { span, plateSpan }: ShapeWish,
  { flows, aspectOf, grid }: PageContext,
): PieceShape | undefined => {
  const pictures = picturesOf(piece)
  const broad = plateSpan > 0 ? pictures.slice(0, 1) : []
  if (plateSpan > span || (plateSpan > 0 && broad.length === 0)) return undefined
  const plateWidth = spanWidth(grid, plateSpan)
  const plates = broad.map(({ picture, from, leaves }): BroadPlate => {
    const rows = Math.max(3, Math.round(plateWidth / aspectOf(picture) / grid.leading))
    return { picture, from, span: plateSpan, rows, caption: captionItems(leaves, plateWidth, grid) }
  })
  if (plates.some(({ rows }) => rows > grid.rows * highestPlate)) return undefined
  const placed = new Set(plates.map(({ picture }) => picture))
  const titleBlock = titleBlockOf(piece, spanWidth(grid, span), span, grid)
  const items = flows(piece.article, piece.range, placed)
  const jumpRows = (piece.lineFrom ? 1 : 0) + (piece.lineOn ? 1 : 0)
  const plateRows = plates.reduce((sum, { rows, caption }) => sum + rows + rowsOf(caption) + 1, 0)
  const taken = Array.from(
    { length: span },
    (_, column) =>
      (column >= span - plateSpan ? plateRows : 0) +
      (column === 0 && piece.lineFrom ? 1 : 0) +
      (column === span - 1 && piece.lineOn ? 1 : 0),
  )
  if (items.length === 0) {
    const height = Math.max(plateSpan === span ? plateRows : 0, ...taken, jumpRows)
    return { piece, span, rows: titleBlock.rows + height, titleBlock, plates, columns: taken.map(() => []) }
  }
  const { height, columns } = levelColumns(items, taken)
  return { piece, span, rows: titleBlock.rows + height, titleBlock, plates, columns }
}
