/**
 * An article of pictures with little text stands as a gallery: its pictures in rows, those of a row equally high, each with its caption
 * under it; the text above them, beside the first rows, or under them.
 */

import { spanWidth, type Grid } from '../grid'
import type { AspectOf, Flows } from '../lines/flow'
import { rowsOf, type FlowItem } from '../lines/flow-item'
import { captionAirBelow } from '../type-styles'
import type { BandColumn, Bands } from './bands'
import { levelColumns } from './fill-columns'
import { footOf, pictureRows } from './picture-rows'
import { mostPlateCells, picturesOf, type PortionPicture } from './pictures'
import type { Portion } from './portion'

/** How a gallery is arranged. */
export interface GalleryWish {
  /** Rows of pictures. */
  readonly rows: number
  /** Columns of text above the pictures or on their left; with none, the text stands under them in all columns. */
  readonly textColumns: number
  /** Rows of pictures that the text stands beside, from the first; with none, it stands above them. */
  readonly narrowRows: number
  /** Height of its pictures as a multiple of their natural one: they are cropped about their middle. */
  readonly scale: number
}

/** A gallery as it is set. */
export interface Gallery extends Bands {
  /** Cells that its pictures take. */
  readonly pictureCells: number
}

interface GalleryRoom {
  readonly span: number
  /** Rows that the title takes from the head of each column. */
  readonly above: readonly number[]
}

interface GalleryContext {
  readonly grid: Grid
  readonly flows: Flows
  readonly aspectOf: AspectOf
  readonly pictures: number
}

/** An article with more rows of text a picture is one with pictures in it. */
const mostTextRows = 14
/** Text above or under pictures has at least so many rows a column. */
const leastTextRows = 3
/** Text beside pictures reaches down to this share of their height at least. */
const leastTextShare = 0.7
/** More pictures than these are no gallery. */
const mostPictures = 16

const textOf = (portion: Portion, pictures: readonly PortionPicture[], flows: Flows): readonly FlowItem[] =>
  flows(portion.article, portion.range, new Set(pictures.map(({ picture }) => picture)))

/** Whether the portion may stand as a gallery: all of an article of several pictures that has little text. */
export const isPictorial = (portion: Portion, { flows, grid }: Pick<GalleryContext, 'flows' | 'grid'>): boolean => {
  const { isCuttable, lineOn, lineFrom, article } = portion
  const pictures = picturesOf(portion)
  if (pictures.length < 2 || pictures.length > mostPictures || grid.isVertical) return false
  const goesOn = isCuttable || lineOn !== undefined || lineFrom !== undefined
  if (goesOn || article.blocks.some(({ kind }) => kind === 'table' || kind === 'verse')) return false
  return rowsOf(textOf(portion, pictures, flows)) <= mostTextRows * pictures.length
}

/** Text in level columns, from a row on. */
const textBands = (
  text: readonly FlowItem[],
  { left, row, count }: { readonly left: number; readonly row: number; readonly count: number },
  { columnWidth, gutter }: Grid,
): BandColumn[] =>
  levelColumns(text, new Array<number>(count).fill(0)).columns.map((items, column) => ({
    items,
    left: left + column * (columnWidth + gutter),
    row,
    width: columnWidth,
  }))

/** The gallery set as wished; undefined where a picture would be too high or too low, or the text has no good place. */
export const galleryOf = (
  portion: Portion,
  { span, above }: GalleryRoom,
  { rows: rowCount, textColumns, narrowRows, scale }: GalleryWish,
  { grid, flows, aspectOf, pictures: pictured }: GalleryContext,
): Gallery | undefined => {
  const { article } = portion
  const pictures = picturesOf(portion).map((one) => ({ ...one, aspect: aspectOf(one.picture) }))
  const text = textOf(portion, pictures, flows)
  const isUnder = textColumns === 0
  const isAbove = !isUnder && narrowRows === 0
  if (text.length === 0 && !isUnder) return undefined
  const fewest = isUnder ? span : isAbove ? textColumns : 0
  if (text.length > 0 && rowsOf(text) < leastTextRows * fewest) return undefined

  const head = Math.max(...above)
  const middle = Math.round((spanWidth(grid, span) - spanWidth(grid, textColumns)) / 2)
  const first = isUnder ? [] : textBands(text, { left: isAbove ? middle : 0, row: head, count: textColumns }, grid)
  const pictureHead = isAbove ? footOf(first) + captionAirBelow : head
  const spans = Array.from({ length: rowCount }, (_, row) => (row < narrowRows ? span - textColumns : span))
  const set = pictureRows(article, pictures, { spans, span, head: pictureHead, scale }, grid)
  if (!set || set.cells > mostPlateCells(article, grid, pictured) * ((1 + pictures.length) / 2)) return undefined
  const narrowFoot = set.feet[narrowRows - 1] ?? pictureHead
  const textShare = (footOf(first) - head) / (narrowFoot - head)
  if (narrowRows > 0 && (textShare > 1 || textShare < leastTextShare)) return undefined

  const pictureFoot = set.feet.at(-1) ?? pictureHead
  const under = isUnder && text.length > 0 ? textBands(text, { left: 0, row: pictureFoot, count: span }, grid) : []
  const bands = [...set.bands, ...first, ...under]
  const height = footOf(bands)
  const columns = Array.from({ length: span }, (_, column): FlowItem[] => {
    const rows = Math.min(pictureFoot, height) - (column < textColumns ? narrowFoot : pictureHead)
    const own = (isUnder ? under : first)[column]?.items ?? []
    return [...(rows > 0 ? [{ kind: 'air' as const, rows }] : []), ...own]
  })
  return { height, columns, bands, spareColumns: 0, pictureCells: set.cells }
}
