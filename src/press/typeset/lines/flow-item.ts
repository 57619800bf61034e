import type { ArticleId, PictureId } from '@/bundle/ids'
import type { PlainLine } from '@/bundle/set-runs'
import type { RunStyle } from '@/bundle/setting'

/** One line of type in a column. */
export interface FlowLine {
  readonly kind: 'line'
  readonly article: ArticleId
  /** Offset of the line's first character in the article. */
  readonly from: number
  /** Offset of its leaf: lines of one leaf make one run. */
  readonly leafFrom: number
  readonly style: RunStyle
  readonly line: PlainLine
  readonly size: number
  /** Distance from the column's edge, page units. */
  readonly inset: number
  readonly rows: number
  /** Distance of the line's own row from the head of its rows, page units. */
  readonly drop: number
  /** Stands beside the item before it, on the same rows: a cell of a table. */
  readonly isBeside: boolean
  /** Must not be the last of a column. */
  readonly keepsNext: boolean
}

/** A picture as wide as the column. */
export interface FlowPlate {
  readonly kind: 'plate'
  readonly article: ArticleId
  readonly from: number
  readonly picture: PictureId
  readonly rows: number
}

/** A title inside a column: one of several briefs under one head. */
export interface FlowTitle {
  readonly kind: 'title'
  readonly article: ArticleId
  readonly size: number
  readonly lines: readonly PlainLine[]
  readonly rows: number
}

/** Parts what stands over it from what stands under it; nothing at a column's head. */
export interface FlowAir {
  readonly kind: 'air'
  readonly rows: number
}

/** One thing that stands in a column. Its height is whole rows of the grid. */
export type FlowItem = FlowLine | FlowPlate | FlowTitle | FlowAir

/** Rows that the items take one under the other. */
export const rowsOf = (items: readonly FlowItem[]): number => items.reduce((sum, { rows }) => sum + rows, 0)
