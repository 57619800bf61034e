import { leavesOf, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import { spanWidth, type Grid } from '../grid'
import { captionLines, type AspectOf, type Flows } from '../lines/flow'
import { rowsOf, type FlowItem, type FlowLine } from '../lines/flow-item'
import { cutTo } from './cuts'
import { levelColumns } from './fill-columns'
import type { Portion } from './portion'
import { briefTitleOf, groupHeadOf, type TitleSetting, type TitleSettings } from './title-setting'
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
  /** The portions with the ranges that stand here. */
  readonly portions: readonly [Portion, ...Portion[]]
  readonly span: number
  readonly rows: number
  /** Rows of a box's padding, at its head and as many at its foot. */
  readonly padRows: number
  readonly titleSetting: TitleSetting
  /** Columns that the title stands over, the first ones; beside it the others rise to its head. */
  readonly titleSpan: number
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
  readonly titleSettings: TitleSettings
  readonly aspectOf: AspectOf
  readonly grid: Grid
  /** Size of headlines over their usual one: smaller on a page that is too full. */
  readonly titleScale: number
}

/** How a unit is to be set. */
export interface ShapeWish {
  readonly span: number
  /** Columns that the title stands over; absent is all. */
  readonly titleSpan?: number
  /** Columns of the broad picture; 0 leaves every picture in the flow of one column. */
  readonly plateSpan: number
  /** Height of the broad picture over its natural one: it is cropped about its middle. */
  readonly plateScale: number
  /** Lines of a portion that may be cut; absent sets all of it. */
  readonly lines?: number
  /** How much larger than usual the headline may be; absent is 1. */
  readonly titleGrowth?: number
  /** Rows of air round the title beyond its own. */
  readonly titleAir?: number
}

const padOf = ({ ground }: Unit): number => (ground === 'none' ? 0 : 1)

const firstPicture = ({ article, range }: Portion) => {
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
  portion: Portion,
  { plateSpan, plateScale }: ShapeWish,
  { aspectOf, grid }: PageContext,
): BroadPlate | undefined => {
  const found = plateSpan > 0 ? firstPicture(portion) : undefined
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
    caption: captionLines(portion.article, leaves, width, grid),
  }
}

/** Rows that the plate takes from the columns under it: itself, its caption, and air. */
export const plateRowsOf = (plate: BroadPlate | undefined): number =>
  plate ? plate.rows + rowsOf(plate.caption) + 1 : 0

const withAir = ({ titles, rows }: TitleSetting, air: number, { leading }: Grid): TitleSetting => ({
  titles: titles.map((title) => ({ ...title, y: title.y + Math.round((air * leading) / 2) })),
  rows: rows + air,
})

const groupFlow = (unit: Unit, { flows, grid }: PageContext): FlowItem[] =>
  unit.portions.flatMap((portion) => [briefTitleOf(portion, grid), ...flows(portion.article, portion.range)])

/** A title has so many rows under it wherever text rises beside it: with fewer the reader would not find the beginning. */
const leastUnderTitle = 3

/** The unit set as wished; undefined where the wish makes no sense for it. */
export const shapeOf = (unit: Unit, wish: ShapeWish, context: PageContext): UnitShape | undefined => {
  const { flows, grid } = context
  const { span, titleSpan = span, plateSpan, lines, titleGrowth = 1, titleAir = 0 } = wish
  const [whole, ...others] = unit.portions
  const portion = lines === undefined ? whole : cutTo(whole, lines, flows)
  const plate = plateOf(portion, wish, context)
  if (plateSpan > span || (plateSpan > 0 && !plate)) return undefined
  const ownTitle = isGroup(unit)
    ? groupHeadOf(whole.article, spanWidth(grid, span), span, grid)
    : context.titleSettings(portion, titleSpan, titleGrowth * context.titleScale)
  const titleSetting = titleAir === 0 ? ownTitle : withAir(ownTitle, titleAir, grid)
  const items = isGroup(unit)
    ? groupFlow(unit, context)
    : flows(portion.article, portion.range, plate ? new Set([plate.picture]) : undefined)
  const plateRows = plateRowsOf(plate)
  const padRows = padOf(unit)
  const taken = Array.from(
    { length: span },
    (_, column) =>
      (column < titleSpan ? titleSetting.rows : 0) +
      (plate && column >= span - plate.span ? plateRows : 0) +
      (column === 0 && portion.lineFrom ? 1 : 0) +
      (column === span - 1 && portion.lineOn ? 1 : 0),
  )
  const { height, columns } =
    items.length > 0 ? levelColumns(items, taken) : { height: Math.max(0, ...taken), columns: taken.map(() => []) }
  if (titleSpan < span && columns.slice(0, titleSpan).some((under) => rowsOf(under) < leastUnderTitle)) return undefined
  return {
    unit,
    portions: [portion, ...others],
    span,
    rows: height + 2 * padRows,
    padRows,
    titleSetting,
    titleSpan,
    ...(plate && { plate }),
    columns,
  }
}
