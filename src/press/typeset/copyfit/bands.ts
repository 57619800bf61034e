/**
 * An article with a table over several columns stands in bands, one under the other: its text in the page's columns, level at the
 * foot, and the table over all of them. So it is read from the top down, band by band.
 */

import { leavesByBlock, sliceBlocks } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import type { TextRange } from '@/bundle/region'
import { spanWidth, type Grid } from '../grid'
import { rowsOf, type FlowItem } from '../lines/flow-item'
import { levelColumns } from './fill-columns'
import type { Portion } from './portion'
import type { PageContext } from './unit-shape'

/** A column of a band, as it is drawn. */
export interface BandColumn {
  readonly items: readonly FlowItem[]
  /** Distance from the left edge of the unit, page units. */
  readonly left: number
  /** Row of its head, counted from that of the title. */
  readonly row: number
  readonly width: number
}

export interface Bands {
  readonly height: number
  /** What each of the page's columns holds, with room where a band over several stands. */
  readonly columns: readonly (readonly FlowItem[])[]
  readonly bands: readonly BandColumn[]
}

interface BandsRoom {
  readonly span: number
  /** Rows that title, picture and jump lines take from each column. */
  readonly taken: readonly number[]
  readonly plate?: { readonly span: number; readonly picture: PictureId } | undefined
}

/** What stands in one band: text in columns, or what stands over them all. */
interface Stretch {
  readonly kind: 'text' | 'broad'
  readonly range: TextRange
  /** Columns that its table wants; infinite where it holds more than the table, so that it is not parted. */
  readonly wanted: number
}

/** Text of fewer rows a column between title and table, or under a table, stands over the whole width as well. */
const leastTextRows = 3
/** A table of more rows stands in two parts side by side, where each of them has the columns that it wants. */
const longestBand = 16
/** Rows between text and table. */
const airBetween = 1

/** The stretches of a portion; a subhead belongs to the table that it stands over. */
const stretchesOf = (portion: Portion, { broadTables }: PageContext): Stretch[] => {
  const { article, range } = portion
  const tables = new Map(broadTables.tablesOf(portion).map((table) => [table.range[0], table]))
  const sliced = sliceBlocks(article.blocks, range)
  const blocks = leavesByBlock(sliced, range[0]).flatMap((leaves, index) => {
    const [block, first, last] = [sliced[index], leaves[0], leaves.at(-1)]
    if (!block || !first || !last) return []
    const table = tables.get(first.from)
    const own: TextRange = [first.from, Math.min(range[1], last.from + last.text.length + 1)]
    return [{ kind: block.kind, range: own, wanted: table && table.span > 1 ? table.span : 0 }]
  })
  const stretches: Stretch[] = []
  blocks.forEach((own, index) => {
    const isHead = own.kind === 'subhead' && (blocks[index + 1]?.wanted ?? 0) > 0
    const kind = own.wanted > 0 || isHead ? 'broad' : 'text'
    const before = stretches.at(-1)
    if (before?.kind !== kind) stretches.push({ kind, range: own.range, wanted: own.wanted })
    else
      stretches[stretches.length - 1] = {
        kind,
        range: [before.range[0], own.range[1]],
        wanted: Infinity,
      }
  })
  return stretches
}

const roomOf = (rows: number): FlowItem[] => (rows > 0 ? [{ kind: 'air', rows }] : [])

/** Columns side by side over a width. */
const columnsOver = (count: number, span: number, grid: Grid): { readonly left: number; readonly width: number }[] => {
  const width = Math.floor((spanWidth(grid, span) - (count - 1) * grid.gutter) / count)
  return Array.from({ length: count }, (_, index) => ({ left: index * (width + grid.gutter), width }))
}

/**
 * The bands of an article over several columns; undefined where no table needs them, `impossible` where a picture would stand over
 * a part of a band.
 */
export const bandsOf = (portion: Portion, room: BandsRoom, context: PageContext): Bands | 'impossible' | undefined => {
  const { grid, flows, broadTables } = context
  if (!broadTables.tablesOf(portion).some(({ span }) => span > 1)) return undefined
  const { span, taken, plate } = room
  const whole = spanWidth(grid, span)
  const placed = plate && new Set([plate.picture])
  const columns: FlowItem[][] = taken.map(() => [])
  const bands: BandColumn[] = []
  let height = 0
  const stretches = stretchesOf(portion, context)
  for (const [index, { kind, range, wanted }] of stretches.entries()) {
    const [isFirst, isLast] = [index === 0, index === stretches.length - 1]
    // What is at the head of the columns stands in the first band, a jump line at their foot under the last.
    const above = taken.map((rows, column) => (isFirst ? rows - (column === span - 1 ? lineOnRows(portion) : 0) : 0))
    const below = taken.map((_, column) => (isLast && column === span - 1 ? lineOnRows(portion) : 0))
    const items = flows(portion.article, range, placed)
    const isText = kind === 'text' && rowsOf(items) >= leastTextRows * span
    if (isText) {
      if (!isFirst) height += airBetween
      const level = levelColumns(
        items,
        above.map((rows, column) => rows + (below[column] ?? 0)),
      )
      const places = columnsOver(span, span, grid)
      level.columns.forEach((own, column) => {
        const head = above[column] ?? 0
        bands.push({ items: own, row: height + head, left: places[column]?.left ?? 0, width: grid.columnWidth })
        columns[column]?.push(
          ...roomOf(isFirst ? 0 : airBetween),
          ...own,
          ...(isLast ? [] : roomOf(level.height - head - rowsOf(own))),
        )
      })
      height += level.height
      continue
    }
    const least = Math.max(...above)
    if (plate && isFirst && plate.span < span) return 'impossible'
    const parts = wanted > 0 ? Math.max(1, Math.floor(span / wanted)) : 1
    const own = broadTables.flowsIn(whole)(portion.article, range, placed)
    const count = rowsOf(own) > longestBand ? parts : 1
    const places = columnsOver(count, span, grid)
    const level =
      count === 1
        ? { height: rowsOf(own), columns: [own] }
        : levelColumns(
            broadTables.flowsIn(places[0]?.width ?? whole)(portion.article, range, placed),
            places.map(() => 0),
          )
    const isSpaced = kind === 'text' && !isFirst
    const row = height + least + (isSpaced ? airBetween : 0)
    level.columns.forEach((part, column) =>
      bands.push({ items: part, row, left: places[column]?.left ?? 0, width: places[column]?.width ?? whole }),
    )
    const end = row + level.height + Math.max(...below)
    columns.forEach((column, at) => column.push(...roomOf(end - height - (above[at] ?? 0) - (below[at] ?? 0))))
    height = end
  }
  return { height, columns, bands }
}

const lineOnRows = ({ lineOn }: Portion): number => (lineOn ? 1 : 0)
