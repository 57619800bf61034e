import { leavesOf, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import { cutTo, linesIn } from './cuts'
import { levelColumns } from './fill-columns'
import { rowsOf, type FlowItem, type FlowLine } from './flow-item'
import { captionLines, type AspectOf, type Flows } from './flow'
import { spanWidth, type Grid } from './grid'
import type { Piece } from './piece'
import { briefTitleOf, groupHeadOf, type TitleBlock, type TitleBlocks } from './piece-titles'
import { mostTitleGrowth } from './type-styles'
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
  readonly titleBlocks: TitleBlocks
  readonly aspectOf: AspectOf
  readonly grid: Grid
  /** Size of headlines over their usual one: smaller on a page that is too full. */
  readonly titleScale: number
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
  /** How much larger than usual the headline may be; absent is 1. */
  readonly titleGrowth?: number
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
  const { span, plateSpan, lines, titleGrowth = 1 } = wish
  const [whole, ...others] = unit.pieces
  const piece = lines === undefined ? whole : cutTo(whole, lines, flows)
  const plate = plateOf(piece, wish, context)
  if (plateSpan > span || (plateSpan > 0 && !plate)) return undefined
  const titleBlock = isGroup(unit)
    ? groupHeadOf(whole.article, spanWidth(grid, span), span, grid)
    : context.titleBlocks(piece, span, titleGrowth * context.titleScale)
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

const plateScales = [1.16, 1.12, 1.08, 1.04, 1, 0.96, 0.92, 0.88, 0.84]
/** How far headlines may grow where there is room, the largest first: never to where the next weight's usually stand. */
const titleGrowthsOf = ({ article }: Piece): readonly number[] => {
  const most = mostTitleGrowth[article.weight]
  return [1.4, 1.32, 1.24, 1.16, 1.08].filter((growth) => growth <= most)
}

/** Rows that the title block gains with its headline at its largest. */
const titleStretchOf = (
  { unit, pieces: [piece], span, titleBlock }: UnitShape,
  { titleBlocks, titleScale }: PageContext,
): number => {
  if (isGroup(unit) || titleBlock.rows === 0) return 0
  return Math.max(
    0,
    ...titleGrowthsOf(piece).map((growth) => titleBlocks(piece, span, growth * titleScale).rows - titleBlock.rows),
  )
}

/** Rows that the shape can grow by without a blank: its picture, its text where it may be cut, its title, a row of air there. */
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
  const title = titleStretchOf(shape, context)
  if (!plate) return title + air
  const largest = shapeOf(unit, { span, plateSpan: plate.span, plateScale: mostPlateScale }, context)
  return Math.max(0, (largest?.rows ?? shape.rows) - shape.rows) + title + air
}

/** The shape grown towards so many rows: more of its text, or a larger picture, then a larger title; never higher than that. */
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
  if (shape.lying || rows <= shape.rows) return shape
  const wider = plate ? plateScales.filter((scale) => scale * plate.naturalRows >= plate.rows) : []
  const pictured =
    wider
      .map((plateScale) => ({ ...base, plateScale }))
      .find((wish) => (shapeOf(unit, wish, context)?.rows ?? Infinity) <= rows) ?? base
  for (const titleGrowth of titleGrowthsOf(pieces[0])) {
    const grown = shapeOf(unit, { ...pictured, titleGrowth }, context)
    if (grown && grown.rows <= rows) return grown
  }
  return shapeOf(unit, pictured, context) ?? shape
}
