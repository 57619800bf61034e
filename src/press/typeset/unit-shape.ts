import { leavesOf, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import { cutTo, linesIn } from './cuts'
import { levelColumns } from './fill-columns'
import { rowsOf, type FlowItem, type FlowLine } from './flow-item'
import { captionLines, type AspectOf, type Flows } from './flow'
import { spanWidth, type Grid } from './grid'
import type { Piece } from './piece'
import { briefTitleOf, groupHeadOf, titleBlockOf, type TitleBlock } from './piece-titles'
import { isGroup, type Unit } from './unit'

/** A picture that stands over several columns of its article, at their head, on the right. */
export interface BroadPlate {
  readonly from: number
  readonly picture: PictureId
  /** Columns, counted from the article's right. */
  readonly span: number
  readonly rows: number
  /** Rows that it would have uncropped. */
  readonly naturalRows: number
  readonly caption: readonly FlowLine[]
}

/** One way to set a unit: over how many columns, and what stands in each. Heights in rows of the grid. */
export interface UnitShape {
  readonly unit: Unit
  /** The pieces with the ranges that stand here. */
  readonly pieces: readonly [Piece, ...Piece[]]
  readonly span: number
  readonly rows: number
  /** Rows of a box's padding, at its head and as many at its foot. */
  readonly padRows: number
  readonly titleBlock: TitleBlock
  readonly plate?: BroadPlate
  readonly columns: readonly (readonly FlowItem[])[]
  /** Of a unit of vertical lines: how it is laid out lying on its side (`vertical-shape.ts`). */
  readonly lying?: LyingShape
}

/** A shape on a grid of its own, which is turned by a quarter when it is placed. */
export interface LyingShape {
  readonly shape: UnitShape
  readonly grid: Grid
}

/** What every shape of a page is made with. */
export interface PageContext {
  readonly flows: Flows
  readonly aspectOf: AspectOf
  readonly grid: Grid
}

/** How a unit is to be set. */
export interface ShapeWish {
  readonly span: number
  /** Columns of the broad picture; 0 leaves every picture in the flow of one column. */
  readonly plateSpan: number
  /** Height of the broad picture over its natural one: it is cropped about its middle. */
  readonly plateScale: number
  /** Lines of a piece that may be cut; absent sets all of it. */
  readonly lines?: number
}

const padOf = ({ ground }: Unit): number => (ground === 'none' ? 0 : 1)

const firstPicture = ({ article, range }: Piece) => {
  const blocks = sliceBlocks(article.blocks, range)
  const index = blocks.findIndex(({ kind }) => kind === 'picture')
  const block = blocks[index]
  if (block?.kind !== 'picture') return undefined
  const leaves: readonly PlacedLeaf[] = leavesOf(blocks, range[0]).filter(({ blockIndex }) => blockIndex === index)
  return { picture: block.picture, from: leaves[0]?.from ?? range[0], leaves }
}

/** Most of a page's height that one picture may take. */
const highestPlate = 0.5

const plateOf = (
  piece: Piece,
  { plateSpan, plateScale }: ShapeWish,
  { aspectOf, grid }: PageContext,
): BroadPlate | undefined => {
  const found = plateSpan > 0 ? firstPicture(piece) : undefined
  if (!found) return undefined
  const { picture, from, leaves } = found
  const width = spanWidth(grid, plateSpan)
  const naturalRows = Math.max(3, Math.round(width / aspectOf(picture) / grid.leading))
  const rows = Math.max(3, Math.round(naturalRows * plateScale))
  if (rows > grid.rows * highestPlate) return undefined
  return {
    picture,
    from,
    span: plateSpan,
    rows,
    naturalRows,
    caption: captionLines(piece.article, leaves, width, grid),
  }
}

/** Rows that the plate takes from the columns under it: itself, its caption, and air. */
export const plateRowsOf = (plate: BroadPlate | undefined): number =>
  plate ? plate.rows + rowsOf(plate.caption) + 1 : 0

const groupFlow = (unit: Unit, { flows, grid }: PageContext): FlowItem[] =>
  unit.pieces.flatMap((piece) => [briefTitleOf(piece, grid), ...flows(piece.article, piece.range)])

/** The unit set as wished; undefined where the wish makes no sense for it. */
export const shapeOf = (unit: Unit, wish: ShapeWish, context: PageContext): UnitShape | undefined => {
  const { flows, grid } = context
  const { span, plateSpan, lines } = wish
  const [whole, ...others] = unit.pieces
  const piece = lines === undefined ? whole : cutTo(whole, lines, flows)
  const plate = plateOf(piece, wish, context)
  if (plateSpan > span || (plateSpan > 0 && !plate)) return undefined
  const width = spanWidth(grid, span)
  const titleBlock = isGroup(unit)
    ? groupHeadOf(whole.article, width, span, grid)
    : titleBlockOf(piece, width, span, grid)
  const items = isGroup(unit)
    ? groupFlow(unit, context)
    : flows(piece.article, piece.range, plate ? new Set([plate.picture]) : undefined)
  const plateRows = plateRowsOf(plate)
  const padRows = padOf(unit)
  const taken = Array.from(
    { length: span },
    (_, column) =>
      (plate && column >= span - plate.span ? plateRows : 0) +
      (column === 0 && piece.lineFrom ? 1 : 0) +
      (column === span - 1 && piece.lineOn ? 1 : 0),
  )
  const { height, columns } =
    items.length > 0 ? levelColumns(items, taken) : { height: Math.max(0, ...taken), columns: taken.map(() => []) }
  return {
    unit,
    pieces: [piece, ...others],
    span,
    rows: titleBlock.rows + height + 2 * padRows,
    padRows,
    titleBlock,
    ...(plate && { plate }),
    columns,
  }
}

/** How far a broad picture may be cropped or let grow. */
export const leastPlateScale = 0.84
export const mostPlateScale = 1.16

const scales = [1.16, 1.12, 1.08, 1.04, 1, 0.96, 0.92, 0.88, 0.84]

/** Rows that the shape can grow by without a blank: its picture, its text where it may be cut, a row of air at the title. */
export const stretchOf = (shape: UnitShape, context: PageContext): number => {
  const { unit, span, plate, pieces } = shape
  const [piece] = pieces
  const [whole] = unit.pieces
  const air = shape.titleBlock.rows > 0 || shape.lying ? 1 : 0
  if (shape.lying) return air
  if (whole.isCuttable && piece.range[1] < whole.range[1]) {
    const all = linesIn(whole, context.flows)
    return Math.max(0, Math.ceil((all - linesIn(piece, context.flows)) / span) - 1) + air
  }
  if (!plate) return air
  const largest = shapeOf(unit, { span, plateSpan: plate.span, plateScale: mostPlateScale }, context)
  return Math.max(0, (largest?.rows ?? shape.rows) - shape.rows) + air
}

/** The shape grown towards so many rows: more of its text, or a larger picture; never higher than that. */
export const fitTo = (shape: UnitShape, rows: number, context: PageContext): UnitShape => {
  const { unit, span, plate, pieces } = shape
  const [whole] = unit.pieces
  const base = { span, plateSpan: plate?.span ?? 0, plateScale: plate ? plate.rows / plate.naturalRows : 1 }
  if (whole.isCuttable && pieces[0].range[1] < whole.range[1]) {
    // A few lines more or less: what fits is found from the room there is.
    const now = linesIn(pieces[0], context.flows)
    for (let lines = now + (rows - shape.rows) * span; lines > now; lines--) {
      const grown = shapeOf(unit, { ...base, lines }, context)
      if (grown && grown.rows <= rows) return grown
    }
    return shape
  }
  if (!plate) return shape
  for (const plateScale of scales) {
    if (plateScale * plate.naturalRows < plate.rows) break
    const grown = shapeOf(unit, { ...base, plateScale }, context)
    if (grown && grown.rows <= rows) return grown
  }
  return shape
}
