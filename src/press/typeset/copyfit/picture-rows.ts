import type { ArticleDraft } from '../../model/draft'
import { spanWidth, type Grid } from '../grid'
import { captionLines, lowestPlate } from '../lines/flow'
import { rowsOf } from '../lines/flow-item'
import { captionAirBelow, plateAirBelow } from '../type-styles'
import type { BandColumn } from './bands'
import { highestPlate, type PortionPicture } from './pictures'

/** A picture with its proportions. */
interface Proportioned extends PortionPicture {
  readonly aspect: number
}

/**
 * Pictures in order, in rows of given widths whose heights differ as little as may be. There are at least as many pictures as rows.
 * @param pictures by their aspects, width divided by height
 */
export const inRows = <Picture extends { readonly aspect: number }>(
  pictures: readonly Picture[],
  widths: readonly number[],
): (readonly Picture[])[] => {
  interface Division {
    readonly rows: (readonly Picture[])[]
    readonly unevenness: number
  }
  const known = new Map<string, Division>()
  /** The pictures from one on, in the rows from one on. */
  const divided = (first: number, row: number): Division => {
    const key = `${first} ${row}`
    const before = known.get(key)
    if (before) return before
    const isLast = row === widths.length - 1
    const most = pictures.length - first - (widths.length - 1 - row)
    let best: Division | undefined
    for (let count = isLast ? most : 1; count <= most; count++) {
      const own = pictures.slice(first, first + count)
      const rest = isLast ? { rows: [], unevenness: 0 } : divided(first + count, row + 1)
      const height = own.reduce((sum, { aspect }) => sum + aspect, 0) / (widths[row] ?? 1)
      const unevenness = height ** 2 + rest.unevenness
      if (!best || unevenness < best.unevenness) best = { rows: [own, ...rest.rows], unevenness }
    }
    const found = best ?? { rows: [], unevenness: 0 }
    known.set(key, found)
    return found
  }
  return divided(0, 0).rows
}

/** Right edges of pictures that share a width, so that the last one ends exactly at its edge. */
const rightEdges = (row: readonly Proportioned[], room: number): number[] => {
  const sum = row.reduce((all, { aspect }) => all + aspect, 0)
  let done = 0
  return row.map(({ aspect }) => Math.round((room * (done += aspect)) / sum))
}

interface RowPlace {
  readonly left: number
  readonly width: number
  readonly head: number
  readonly scale: number
}

/** A row of pictures, each with its caption; undefined where they would be too high or too low. */
const rowOf = (
  article: ArticleDraft,
  row: readonly Proportioned[],
  { left, width, head, scale }: RowPlace,
  grid: Grid,
): { readonly bands: readonly BandColumn[]; readonly rows: number } | undefined => {
  const { leading, gutter } = grid
  const room = width - (row.length - 1) * gutter
  const natural = room / row.reduce((sum, { aspect }) => sum + aspect, 0)
  const rows = Math.round((natural * scale) / leading + plateAirBelow)
  if (rows < lowestPlate || rows > grid.rows * highestPlate) return undefined
  const edges = rightEdges(row, room)
  const bands = row.map(({ from, leaves }, index): BandColumn => {
    const before = edges[index - 1] ?? 0
    const own = (edges[index] ?? room) - before
    const plate = { kind: 'plate' as const, article: article.id, from, rows }
    const items = [plate, ...captionLines(article, leaves, own, grid)]
    return { items, left: left + before + index * gutter, row: head, width: own }
  })
  return { bands, rows }
}

/** Row under the lowest of what stands in bands. */
export const footOf = (bands: readonly BandColumn[]): number =>
  Math.max(0, ...bands.map(({ row, items }) => row + rowsOf(items)))

/** Where pictures stand in rows. Rows of the grid are counted from the head of their article's title. */
interface PictureRoom {
  /** Columns that each row of pictures takes, up to the right edge of their article. */
  readonly spans: readonly number[]
  /** Columns of the article. */
  readonly span: number
  readonly head: number
  /** Their height as a multiple of their natural one. */
  readonly scale: number
}

/** Pictures in rows as they are set. */
interface PictureRows {
  readonly bands: readonly BandColumn[]
  /** Row under each row of pictures, with its captions and air. */
  readonly feet: readonly number[]
  /** Cells of the page that the pictures take. */
  readonly cells: number
}

/** Pictures in rows, each row equally high; undefined where one would be too high or too low. */
export const pictureRows = (
  article: ArticleDraft,
  pictures: readonly Proportioned[],
  { spans, span, head, scale }: PictureRoom,
  grid: Grid,
): PictureRows | undefined => {
  const widths = spans.map((own) => spanWidth(grid, own))
  const bands: BandColumn[] = []
  const feet: number[] = []
  let cells = 0
  for (const [index, row] of inRows(pictures, widths).entries()) {
    const [own = span, width = 0] = [spans[index], widths[index]]
    const left = (span - own) * (grid.columnWidth + grid.gutter)
    const set = rowOf(article, row, { left, width, head: feet.at(-1) ?? head, scale }, grid)
    if (!set) return undefined
    bands.push(...set.bands)
    feet.push(footOf(set.bands) + captionAirBelow)
    cells += set.rows * own
  }
  return { bands, feet, cells }
}
