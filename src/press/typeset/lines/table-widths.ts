import type { PlacedLeaf } from '@/bundle/article-text'
import { faceOfRun } from '@/bundle/setting-face-of'
import { lineWidthOf } from '@/text/line-setting'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import { tableStyle } from '../type-styles'
import { createKept } from './kept-per-article'
import { numberColumnOf, unbreakableIn, type NumberColumn } from './table-number'

/** A table, or what stands here of one that began elsewhere. */
export interface PlacedTable {
  readonly article: ArticleDraft
  readonly columns: number
  /** The cells of the head; none if it has no head. */
  readonly head: readonly PlacedLeaf[]
  /** Whether the head stands here, and not where the table began. */
  readonly isHeadHere: boolean
  /** The rows that stand here. */
  readonly body: readonly (readonly PlacedLeaf[])[]
  /** The rows of all of it, by which its columns are measured: where it goes on they are as wide as where it began. */
  readonly wholeBody: readonly (readonly PlacedLeaf[])[]
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const rowsOfTable = ({ head, wholeBody }: PlacedTable): readonly (readonly PlacedLeaf[])[] =>
  head.length > 0 ? [head, ...wholeBody] : wholeBody

/** What a column needs, page units: for its longest word, and for its longest cell in one line. */
export interface ColumnNeeds {
  readonly least: number
  readonly wanted: number
  /** Where its cells are numbers, which stand one under the other by their points. */
  readonly numbers?: NumberColumn
}

export const cellPadding = ({ bodySize }: Grid): number => Math.round(bodySize * tableStyle.paddingEms)

const keptNeeds = createKept<readonly ColumnNeeds[]>()

/** What the columns of a table need at a size of its type, as a multiple of the body's. */
export const columnNeeds = (table: PlacedTable, scale: number, grid: Grid): readonly ColumnNeeds[] => {
  const [head, body] = [table.head[0]?.from ?? -1, table.wholeBody[0]?.[0]?.from ?? -1]
  const key = [head, body, table.wholeBody.length, table.columns, scale, grid.bodySize, grid.lang].join(' ')
  return keptNeeds(table.article, key, () => measureNeeds(table, scale, grid))
}

const measureNeeds = (table: PlacedTable, scale: number, grid: Grid): ColumnNeeds[] => {
  const size = Math.round(grid.bodySize * scale)
  const face = faceOfRun('table', table.article.lang ?? grid.lang)
  const padding = 2 * cellPadding(grid)
  const units = (thousandths: number): number => padding + Math.ceil((thousandths * size) / 1000)
  const rows = rowsOfTable(table)
  const widthOf = (text: string): number => lineWidthOf(text, face)
  return Array.from({ length: table.columns }, (_, column): ColumnNeeds => {
    const texts = rows.map((row) => row[column]?.text ?? '')
    const numbers = numberColumnOf(
      table.wholeBody.map((row) => row[column]?.text ?? ''),
      face,
    )
    const block = numbers ? numbers.before + numbers.after : 0
    return {
      least: units(Math.max(block, ...texts.flatMap(unbreakableIn).map(widthOf))),
      wanted: units(Math.max(block, ...texts.map(widthOf))),
      ...(numbers && { numbers }),
    }
  })
}

/**
 * Widths of a table's columns, page units: each is at least as wide as its longest word; of the rest, those that want least have what
 * they want, and the others share alike. Where not even the words have room, all are narrower by one share.
 */
export const columnWidths = (needs: readonly ColumnNeeds[], room: number): number[] => {
  const [least, wanted] = [sum(needs.map((one) => one.least)), sum(needs.map((one) => one.wanted))]
  if (wanted <= room) return needs.map((one) => Math.floor(one.wanted + (room - wanted) / needs.length))
  if (least >= room) return needs.map((one) => Math.floor((one.least * room) / least))
  const widths = needs.map((one) => one.least)
  const wantingLeast = needs
    .map((one, column) => ({ column, more: one.wanted - one.least }))
    .sort((a, b) => a.more - b.more || a.column - b.column)
  let rest = room - least
  wantingLeast.forEach(({ column, more }, index) => {
    const given = Math.floor(Math.min(more, rest / (needs.length - index)))
    widths[column] = (widths[column] ?? 0) + given
    rest -= given
  })
  return widths
}

/** How a table is set in a width: at a size of its type, or, where no size lets its words stand whole, as a list. */
export type TableForm =
  { readonly kind: 'table'; readonly scale: number; readonly isUsual: boolean } | { readonly kind: 'list' }

export const tableFormIn = (table: PlacedTable, width: number, grid: Grid): TableForm => {
  const { scales } = tableStyle
  for (const scale of scales)
    if (sum(columnNeeds(table, scale, grid).map(({ least }) => least)) <= width)
      return { kind: 'table', scale, isUsual: scale === scales[0] }
  const canBeList = table.columns > 1 && table.head.length > 0 && table.body.length > 0
  return canBeList ? { kind: 'list' } : { kind: 'table', scale: scales.at(-1) ?? 1, isUsual: false }
}
