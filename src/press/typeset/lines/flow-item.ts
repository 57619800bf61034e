import type { ArticleId } from '@/bundle/ids'
import type { PlainLine } from '@/bundle/set-runs'
import type { RunStyle } from '@/bundle/setting'

/** A line of type as it stands in its column. Lengths in page units. */
export interface TypeLine {
  readonly article: ArticleId
  /** Offset of the line's first character in the article. */
  readonly from: number
  /** Offset of its leaf: lines of one leaf make one run. */
  readonly leafFrom: number
  readonly style: RunStyle
  readonly line: PlainLine
  readonly size: number
  /** Distance from the column's edge. */
  readonly inset: number
  /** Distance of the line's own row from the head of its item's rows. */
  readonly drop: number
}

/** A line with rows of its own. */
export interface FlowLine extends TypeLine {
  readonly kind: 'line'
  readonly rows: number
  /** Whether it must not be the last of a column. */
  readonly keepsNext: boolean
}

/** Words of a table's head that are printed once more: no text of the article. Lengths in page units. */
export interface TableLabel {
  readonly text: string
  readonly size: number
  /** Distance from the column's edge. */
  readonly inset: number
  readonly width: number
  /** Distance from the head of the row. */
  readonly drop: number
}

/** The cells of a table's row: lines next to each other on the same rows. */
export interface FlowTableRow {
  readonly kind: 'table-row'
  readonly lines: readonly TypeLine[]
  readonly labels: readonly TableLabel[]
  readonly rows: number
  /** Whether it must not be the last of a column. */
  readonly keepsNext: boolean
  /** Whether it is the table's head, which is nothing without the rows after it. */
  readonly isHead: boolean
  /** Distances from its head at which rules run across the column. */
  readonly rules: readonly number[]
  /** Stretch of it that is tinted, from and to. */
  readonly tint?: readonly [number, number]
  /** What is printed above it where it stands at the head of a column: the table's head once more. */
  readonly repeatedHead?: FlowTableRow
}

/** Lines of a poem that stand together. */
export interface FlowStanza {
  readonly kind: 'stanza'
  readonly lines: readonly TypeLine[]
  readonly rows: number
}

/** A picture as wide as the column. */
export interface FlowPlate {
  readonly kind: 'plate'
  readonly article: ArticleId
  /** Offset at which the text of the picture's block begins. */
  readonly from: number
  readonly rows: number
}

/** A title inside a column: that of one of several briefs under one head. */
export interface FlowTitle {
  readonly kind: 'title'
  readonly article: ArticleId
  readonly size: number
  readonly lines: readonly PlainLine[]
  readonly rows: number
}

/** Space between what stands above and below; none at a column's head. */
export interface FlowAir {
  readonly kind: 'air'
  readonly rows: number
}

/** One thing in a column, as many whole rows of the grid high as it says. */
export type FlowItem = FlowLine | FlowTableRow | FlowStanza | FlowPlate | FlowTitle | FlowAir

/** Rows that the items take one under the other. */
export const rowsOf = (items: readonly FlowItem[]): number => items.reduce((sum, { rows }) => sum + rows, 0)
