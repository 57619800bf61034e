/**
 * An article with a table over several columns, or a poem of long lines, stands in bands, one under the other: its text in the page's
 * columns, level at the foot, and what is broad over all of them. So it is read from the top down, band by band. A table that needs
 * only some of the columns stands like a picture at their head, on the right, if there is text enough to stand beside it.
 */

import { leavesByBlock, sliceBlocks } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import type { TextRange } from '@/bundle/region'
import { spanWidth, type Grid } from '../grid'
import type { Flows } from '../lines/flow'
import { rowsOf, type FlowItem } from '../lines/flow-item'
import type { BroadBlocks } from './broad-blocks'
import { levelColumns } from './fill-columns'
import type { Portion } from './portion'

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
  /** What each of the page's columns holds, with room where something broad stands. */
  readonly columns: readonly (readonly FlowItem[])[]
  readonly bands: readonly BandColumn[]
  /** Columns that are wider than their tables want. */
  readonly spareColumns: number
}

interface BandsRoom {
  readonly span: number
  /** Rows that title, picture and a jump line take from the head of each column. */
  readonly above: readonly number[]
  /** Rows that a jump line takes from the foot of each column. */
  readonly below: readonly number[]
  readonly plate?: { readonly span: number; readonly picture: PictureId } | undefined
}

/** What bands are made with. */
interface BandsContext {
  readonly grid: Grid
  readonly flows: Flows
  readonly broadBlocks: BroadBlocks
}

/** What stands in one band: text in columns, or what stands over them all. */
interface Stretch {
  readonly kind: 'text' | 'table' | 'verse'
  readonly range: TextRange
  /** Columns that it wants. */
  readonly wanted: number
  /** Whether it may stand in parts side by side. */
  readonly isDivisible: boolean
}

/** Text of fewer rows a column between title and table, or under a table, stands over the whole width as well. */
const leastTextRows = 3
/** A table of more rows stands in two parts side by side, where each of them has the columns that it wants. */
const longestBand = 16
/** Rows between text and table. */
const airBetween = 1
/** Text beside a table reaches down to this share of its rows at least. */
const leastAround = 0.9

/** The stretches of a portion; a subhead belongs to the table that it stands over. */
const stretchesOf = (portion: Portion, { broadBlocks }: BandsContext): Stretch[] => {
  const { article, range } = portion
  const broad = new Map(broadBlocks.blocksOf(portion).map((one) => [one.range[0], one]))
  const sliced = sliceBlocks(article.blocks, range)
  const blocks = leavesByBlock(sliced, range[0]).flatMap((leaves, index) => {
    const [block, first, last] = [sliced[index], leaves[0], leaves.at(-1)]
    if (!block || !first || !last) return []
    const found = broad.get(first.from)
    const own: TextRange = [first.from, Math.min(range[1], last.from + last.text.length + 1)]
    const kind: Stretch['kind'] = found && found.span > 1 ? found.kind : 'text'
    return [{ kind, isSubhead: block.kind === 'subhead', range: own, wanted: kind === 'text' ? 1 : (found?.span ?? 1) }]
  })
  const stretches: Stretch[] = []
  blocks.forEach((own, index) => {
    const isOverTable = own.isSubhead && blocks[index + 1]?.kind === 'table'
    const kind: Stretch['kind'] = isOverTable ? 'table' : own.kind
    const before = stretches.at(-1)
    if (before?.kind !== kind) stretches.push({ kind, range: own.range, wanted: own.wanted, isDivisible: !isOverTable })
    else
      stretches[stretches.length - 1] = {
        kind,
        range: [before.range[0], own.range[1]],
        wanted: Math.max(before.wanted, own.wanted),
        isDivisible: kind === 'verse',
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

/** The article with its table on the right, at the head of its columns, and all of its text around it; undefined where it has too little. */
const aroundTable = (
  portion: Portion,
  stretches: readonly Stretch[],
  { span, above, below, plate }: BandsRoom,
  { grid, flows, broadBlocks }: BandsContext,
): Bands | undefined => {
  const [table, ...others] = stretches.filter(({ kind }) => kind !== 'text')
  if (table?.kind !== 'table' || others.length > 0 || table.wanted >= span || plate) return undefined
  const { article } = portion
  const width = spanWidth(grid, table.wanted)
  const own = broadBlocks.flowsIn(width)(article, table.range)
  const tableRows = rowsOf(own)
  const text = stretches.filter(({ kind }) => kind === 'text').flatMap(({ range }) => flows(article, range))
  const left = span - table.wanted
  if (rowsOf(text) < left * tableRows * leastAround) return undefined
  const heads = above.map((rows, column) => rows + (column < left ? 0 : tableRows))
  const level = levelColumns(
    text,
    heads.map((rows, column) => rows + (below[column] ?? 0)),
  )
  const places = columnsOver(span, span, grid)
  const leftOf = (column: number): number => places[column]?.left ?? 0
  return {
    height: level.height,
    columns: level.columns.map((items, column) => [...roomOf(column < left ? 0 : tableRows), ...items]),
    bands: [
      { items: own, left: leftOf(left), row: above[left] ?? 0, width },
      ...level.columns.map((items, column) => ({
        items,
        left: leftOf(column),
        row: heads[column] ?? 0,
        width: grid.columnWidth,
      })),
    ],
    spareColumns: 0,
  }
}

/** Bands that are put one under the other. */
class BandStack {
  readonly #portion: Portion
  readonly #room: BandsRoom
  readonly #context: BandsContext
  readonly #columns: FlowItem[][]
  readonly #bands: BandColumn[] = []
  #height = 0
  /** Rows between what stands there and what comes next: a table brings its own. */
  #air = 0
  #spareColumns = 0

  constructor(portion: Portion, room: BandsRoom, context: BandsContext) {
    this.#portion = portion
    this.#room = room
    this.#context = context
    this.#columns = room.above.map(() => [])
  }

  /** What title and jump lines take from a band: the first has what is at the head, the last what is at the foot. */
  #taken(isFirst: boolean, isLast: boolean) {
    const { above, below } = this.#room
    return { above: above.map((rows) => (isFirst ? rows : 0)), below: below.map((rows) => (isLast ? rows : 0)) }
  }

  addText(items: readonly FlowItem[], isFirst: boolean, isLast: boolean): void {
    const { grid } = this.#context
    const { above, below } = this.#taken(isFirst, isLast)
    const air = this.#air
    const { height, columns } = levelColumns(
      items,
      above.map((rows, column) => rows + (below[column] ?? 0)),
    )
    const places = columnsOver(columns.length, columns.length, grid)
    columns.forEach((own, column) => {
      const head = above[column] ?? 0
      const left = places[column]?.left ?? 0
      this.#bands.push({ items: own, row: this.#height + air + head, left, width: grid.columnWidth })
      const rest = isLast ? 0 : height - head - rowsOf(own)
      this.#columns[column]?.push(...roomOf(air), ...own, ...roomOf(rest))
    })
    this.#height += air + height
    this.#air = airBetween
  }

  addBroad({ kind, range, wanted, isDivisible }: Stretch, isFirst: boolean, isLast: boolean): void {
    const { grid, broadBlocks } = this.#context
    const { span, plate } = this.#room
    const { above, below } = this.#taken(isFirst, isLast)
    const placed = plate && new Set([plate.picture])
    const flowIn = (width: number): readonly FlowItem[] =>
      broadBlocks.flowsIn(width)(this.#portion.article, range, placed)
    const parts = kind === 'text' || !isDivisible ? 1 : Math.max(1, Math.floor(span / wanted))
    const isParted = parts > 1 && (kind === 'verse' || rowsOf(flowIn(spanWidth(grid, span))) > longestBand)
    const levelIn = (count: number) => {
      const places = columnsOver(count, span, grid)
      const { height, columns } = levelColumns(
        flowIn(places[0]?.width ?? 0),
        places.map(() => 0),
      )
      return { height, columns, places }
    }
    const first = levelIn(isParted ? parts : 1)
    const filled = first.columns.filter((items) => items.length > 0).length
    const { places, ...level } = filled > 0 && filled < first.places.length ? levelIn(filled) : first
    // The head of a table has air above it.
    const row = this.#height + Math.max(...above) + (kind === 'table' ? 0 : this.#air)
    places.forEach(({ left, width }, column) =>
      this.#bands.push({ items: level.columns[column] ?? [], row, left, width }),
    )
    const end = row + level.height + Math.max(...below)
    this.#columns.forEach((column, at) =>
      column.push(...roomOf(end - this.#height - (above[at] ?? 0) - (below[at] ?? 0))),
    )
    this.#height = end
    this.#air = kind === 'table' && !isParted ? 0 : airBetween
    if (kind !== 'text' && !(kind === 'table' && isParted))
      this.#spareColumns = Math.max(this.#spareColumns, span - wanted * places.length)
  }

  end(): Bands {
    return { height: this.#height, columns: this.#columns, bands: this.#bands, spareColumns: this.#spareColumns }
  }
}

/** An article of poems that has fewer columns than it stands over, since its stanzas are whole: it shares the width among those. */
const sparsePoem = (
  portion: Portion,
  { above, below, plate }: BandsRoom,
  { flows, broadBlocks }: BandsContext,
): Stretch[] => {
  const hasVerse = broadBlocks.blocksOf(portion).some(({ kind }) => kind === 'verse')
  if (!hasVerse || plate) return []
  const taken = above.map((rows, column) => rows + (below[column] ?? 0))
  const { columns } = levelColumns(flows(portion.article, portion.range), taken)
  return columns.every((items) => items.length > 0)
    ? []
    : [{ kind: 'verse', range: portion.range, wanted: 1, isDivisible: true }]
}

/**
 * The bands of an article over several columns; undefined where nothing in it needs them, `impossible` where a picture would stand
 * over a part of what is broad.
 */
export const bandsOf = (portion: Portion, room: BandsRoom, context: BandsContext): Bands | 'impossible' | undefined => {
  const { span, plate } = room
  const stretches = context.broadBlocks.blocksOf(portion).some((block) => block.span > 1)
    ? stretchesOf(portion, context)
    : sparsePoem(portion, room, context)
  if (stretches.length === 0) return undefined
  const around = aroundTable(portion, stretches, room, context)
  if (around) return around
  const placed = plate && new Set([plate.picture])
  const stack = new BandStack(portion, room, context)
  for (const [index, stretch] of stretches.entries()) {
    const [isFirst, isLast] = [index === 0, index === stretches.length - 1]
    const items = stretch.kind === 'text' ? context.flows(portion.article, stretch.range, placed) : []
    if (rowsOf(items) >= leastTextRows * span) stack.addText(items, isFirst, isLast)
    else if (isFirst && plate && plate.span < span) return 'impossible'
    else stack.addBroad(stretch, isFirst, isLast)
  }
  return stack.end()
}
