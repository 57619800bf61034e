import type { PictureId } from '@/bundle/ids'
import { spanWidth, type Grid } from '../grid'
import { captionLines, lowestPlate, naturalRowsOf, type AspectOf, type Flows } from '../lines/flow'
import { rowsOf, type FlowItem, type FlowLine } from '../lines/flow-item'
import { captionAirBelow, groundPadRows } from '../type-styles'
import { cutTo } from './cuts'
import { bandsOf, type BandColumn } from './bands'
import type { BroadBlocks } from './broad-blocks'
import { levelColumns, type LevelColumns } from './fill-columns'
import { galleryOf, type GalleryWish } from './gallery'
import { highestPlate, mostPlateCells, picturesOf } from './pictures'
import type { Portion } from './portion'
import { withSubheadAir } from './subhead-air'
import { briefsHeadOf, briefTitleOf, type TitleSetting, type TitleSettings } from './title-setting'
import type { Unit } from './unit'

/** One way to set a unit: over how many columns, and what stands in each. Heights in rows of the grid. */
export type UnitShape = ColumnShape | VerticalBox

/** A unit in columns of the page's grid. */
export interface ColumnShape {
  readonly kind: 'columns'
  readonly unit: Unit
  /** The portions with the ranges that stand here. */
  readonly portions: readonly [Portion, ...Portion[]]
  readonly span: number
  readonly rows: number
  /** Rows of a box's padding, at its head and as many at its foot. */
  readonly padRows: number
  readonly titleSetting: TitleSetting
  /** How many columns the title stands over, from the first; the others rise to its head. */
  readonly titleSpan: number
  readonly plate?: BroadPlate
  readonly columns: readonly (readonly FlowItem[])[]
  /** The column under whose text it says where the article goes on: the last that has text. */
  readonly jumpColumn: number
  /** Where a table stands over several columns: what is drawn instead, in which `columns` then has room. */
  readonly bands?: readonly BandColumn[]
  /** Columns that its tables are drawn out over, beyond those that they want. */
  readonly spareColumns?: number
  /** Where its pictures stand in rows, as bands: how, and how many cells they take. */
  readonly gallery?: GalleryWish & { readonly pictureCells: number }
}

/** An article of vertical lines on a page of horizontal ones: laid out on its side, and turned by a quarter when it is drawn. */
export interface VerticalBox {
  readonly kind: 'vertical-box'
  readonly unit: Unit
  readonly portions: readonly [Portion]
  readonly span: number
  readonly rows: number
  /** As it is laid out on its side, on a grid of its own: its columns are the tiers of the box. */
  readonly inner: ColumnShape
  readonly grid: Grid
}

/** A picture over several columns of its article, at their head, on the right. */
export interface BroadPlate {
  /** Offset at which the text of the picture's block begins. */
  readonly from: number
  readonly picture: PictureId
  /** Columns, counted from the article's right. */
  readonly span: number
  readonly rows: number
  /** Rows that it would have uncropped. */
  readonly naturalRows: number
  readonly caption: readonly FlowLine[]
}

/** What every shape of a page is made with. */
export interface PageContext {
  readonly flows: Flows
  readonly titleSettings: TitleSettings
  readonly broadBlocks: BroadBlocks
  readonly aspectOf: AspectOf
  readonly grid: Grid
  /** Articles of the page that have a picture. */
  readonly pictures: number
  /** How many times their usual size headlines have: less than 1 on a page that is too full. */
  readonly titleScale: number
}

/** How a unit is to be set. */
export interface ShapeWish {
  readonly span: number
  /** Columns that the title stands over; absent is all. */
  readonly titleSpan?: number
  /** The picture over several columns; absent leaves every picture in one column. */
  readonly plate?: PlateWish
  /** All of its pictures in rows. */
  readonly gallery?: GalleryWish
  /** Lines of a portion that may be cut; absent is all. */
  readonly lines?: number
  /** How many times its usual size the headline may have; absent is 1. */
  readonly titleGrowth?: number
  /** Rows of air around the title beyond its own; absent is none. */
  readonly titleAir?: number
  /** Rows that the shape may have, which its subheads get air of; absent is what it has anyway. */
  readonly mostRows?: number
}

export interface PlateWish {
  readonly span: number
  /** Its height as a multiple of its natural one: it is cropped about its middle. */
  readonly scale: number
}

/** The headline, or the short head of a continuation. */
export const headlineOf = ({ titleSetting }: ColumnShape) =>
  titleSetting.titles.find(({ role }) => role === 'headline' || role === 'jump-head')

const padOf = ({ ground }: Unit): number => (ground === 'none' ? 0 : groundPadRows)

/** The portion's first picture over several columns; undefined if it has none, or it would be too high. */
const plateOf = (portion: Portion, { span, scale }: PlateWish, context: PageContext): BroadPlate | undefined => {
  const [found] = picturesOf(portion)
  if (!found) return undefined
  const { aspectOf, grid, pictures } = context
  const { picture, from, leaves } = found
  const width = spanWidth(grid, span)
  const naturalRows = naturalRowsOf(picture, width, aspectOf, grid)
  const rows = Math.max(lowestPlate, Math.round(naturalRows * scale))
  const isTooLarge = span > 1 && span * rows > mostPlateCells(portion.article, grid, pictures)
  if (rows > grid.rows * highestPlate || isTooLarge) return undefined
  return { picture, from, span, rows, naturalRows, caption: captionLines(portion.article, leaves, width, grid) }
}

/** Rows that the plate takes from the columns under it: itself, its caption, and air. */
export const plateRowsOf = (plate: BroadPlate | undefined): number =>
  plate ? plate.rows + rowsOf(plate.caption) + captionAirBelow : 0

const withAir = ({ titles, rows }: TitleSetting, air: number, { leading }: Grid): TitleSetting => ({
  titles: titles.map((title) => ({ ...title, y: title.y + Math.round((air * leading) / 2) })),
  rows: rows + air,
})

const titleOf = (unit: Unit, portion: Portion, wish: ShapeWish, context: PageContext): TitleSetting => {
  const { grid, titleScale, titleSettings } = context
  const { span, titleSpan = span, titleGrowth = 1, titleAir = 0 } = wish
  const title =
    unit.kind === 'briefs'
      ? briefsHeadOf(unit.portions[0].article, span, grid)
      : titleSettings(portion, titleSpan, titleGrowth * titleScale)
  return titleAir === 0 ? title : withAir(title, titleAir, grid)
}

const flowOf = (unit: Unit, portion: Portion, plate: BroadPlate | undefined, { flows, grid }: PageContext) =>
  unit.kind === 'briefs'
    ? unit.portions.flatMap((brief) => [briefTitleOf(brief, grid), ...flows(brief.article, brief.range)])
    : flows(portion.article, portion.range, plate ? new Set([plate.picture]) : undefined)

/** By how many rows the columns that have text end at different levels. */
const unevenRows = ({ columns }: LevelColumns, taken: readonly number[]): number => {
  const ends = columns.flatMap((items, column) => (items.length > 0 ? [rowsOf(items) + (taken[column] ?? 0)] : []))
  return Math.max(...ends) - Math.min(...ends)
}

/** The flow in columns, with air above its subheads where the columns are neither higher nor less level for it than they may be. */
const leveled = (items: readonly FlowItem[], taken: readonly number[], mostRows: number): LevelColumns => {
  if (items.length === 0) return { height: Math.max(0, ...taken), columns: taken.map(() => []) }
  const level = levelColumns(items, taken)
  const aired = withSubheadAir(items)
  if (aired.length === items.length) return level
  const airy = levelColumns(aired, taken)
  const isAsLevel = unevenRows(airy, taken) <= Math.max(1, unevenRows(level, taken))
  return isAsLevel && airy.height <= Math.max(level.height, mostRows) ? airy : level
}

interface FilledColumns extends LevelColumns {
  readonly jumpColumn: number
}

/** The columns with the jump line under the last that has text: others stand empty under a picture. */
const underText = (filled: (jumpColumn: number) => FilledColumns, span: number, { lineOn }: Portion): FilledColumns => {
  const usual = filled(span - 1)
  const last = usual.columns.findLastIndex((items) => items.length > 0)
  if (lineOn === undefined || last < 0 || last === span - 1) return usual
  const moved = filled(last)
  return moved.columns.findLastIndex((items) => items.length > 0) === last ? moved : usual
}

/** Columns that the tables and long verses of a unit want at least: over fewer a table would be set smaller, or as a list. */
export const leastSpanOf = ({ kind, portions: [portion] }: Unit, { broadBlocks }: PageContext): number =>
  kind === 'briefs' ? 1 : Math.max(1, ...broadBlocks.blocksOf(portion).map(({ span }) => span))

/** Least rows of text under a title where other columns rise next to it: with fewer, readers don't find the beginning. */
const leastUnderTitle = 3

/** The unit set as wished; undefined where the wish makes no sense for it. */
export const shapeOf = (unit: Unit, wish: ShapeWish, context: PageContext): ColumnShape | undefined => {
  const { span, titleSpan = span, lines, mostRows = 0 } = wish
  const [whole, ...others] = unit.portions
  const portion = lines === undefined ? whole : cutTo(whole, lines, context.flows, context.broadBlocks)
  if (span < leastSpanOf(unit, context) && span !== context.grid.columns && span !== portion.article.wish?.columns)
    return undefined
  const plate = wish.plate && plateOf(portion, wish.plate, context)
  if (wish.plate && (!plate || plate.span > span)) return undefined
  const titleSetting = titleOf(unit, portion, wish, context)
  const padRows = padOf(unit)
  const plateRows = plateRowsOf(plate)
  /** Rows that title, picture and the line of where it comes from take from the head of each column. */
  const above = Array.from(
    { length: span },
    (_, column) =>
      (column < titleSpan ? titleSetting.rows : 0) +
      (plate && column >= span - plate.span ? plateRows : 0) +
      (column === 0 && portion.lineFrom ? 1 : 0),
  )
  const below = (jumpColumn: number): number[] =>
    above.map((_, column) => (column === jumpColumn && portion.lineOn ? 1 : 0))
  const room = { span, above, below: below(span - 1), plate: plate && { span: plate.span, picture: plate.picture } }
  const gallery = wish.gallery && galleryOf(portion, room, wish.gallery, context)
  const bands = gallery ?? (span === 1 || unit.kind === 'briefs' ? undefined : bandsOf(portion, room, context))
  if (bands === 'impossible' || (wish.gallery && !gallery)) return undefined
  const filled = (jumpColumn: number): FilledColumns => {
    const taken = below(jumpColumn).map((rows, column) => rows + (above[column] ?? 0))
    return { jumpColumn, ...leveled(flowOf(unit, portion, plate, context), taken, mostRows - 2 * padRows) }
  }
  const { height, columns, jumpColumn } = bands ? { ...bands, jumpColumn: span - 1 } : underText(filled, span, portion)
  if (titleSpan < span && columns.slice(0, titleSpan).some((under) => rowsOf(under) < leastUnderTitle)) return undefined
  return {
    kind: 'columns',
    unit,
    portions: [portion, ...others],
    span,
    rows: height + 2 * padRows,
    padRows,
    titleSetting,
    titleSpan,
    ...(plate && { plate }),
    columns,
    jumpColumn,
    ...(bands && { bands: bands.bands, spareColumns: bands.spareColumns }),
    ...(wish.gallery && gallery && { gallery: { ...wish.gallery, pictureCells: gallery.pictureCells } }),
  }
}
