import type { UnitShape } from './unit-shape'

/**
 * What it costs, in cells of one column and one row, that a shape has more columns than what stands in it wants. It is added to the
 * costs of `shape-cost.ts` in `candidates.ts`.
 */
const costs = {
  /** Each column that a table is drawn out over beyond those that it wants. */
  spareColumn: 8,
  /** Each column in which nothing stands, beside a poem whose stanzas stay whole. */
  emptyColumn: 16,
} as const

export const broadCostOf = (shape: UnitShape): number => {
  if (shape.kind === 'vertical-box') return 0
  const { columns, bands, spareColumns = 0 } = shape
  const isFilled = columns.some((items) => items.length > 0)
  const drawn = bands ? bands.map(({ items }) => items) : columns
  const empty = isFilled ? drawn.filter((items) => items.length === 0).length : 0
  return spareColumns * costs.spareColumn + empty * costs.emptyColumn
}
