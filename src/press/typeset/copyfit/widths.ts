import { isContinuation } from './portion'
import type { Unit } from './unit'
import { leastSpanOf, type PageContext } from './unit-shape'

/** Share of a page's columns that suits a weight: least and most. */
const shares = {
  lead: [0.55, 1],
  second: [0.4, 0.8],
  standard: [0.2, 0.6],
  brief: [0.2, 0.4],
  continuation: [0.2, 0.8],
  briefs: [0.2, 1],
} as const

/** Tiers of vertical lines are short: a title over most of them would be surrounded by blanks. */
const verticalShares = { ...shares, lead: [0.4, 1], second: [0.25, 0.8] } as const

const wishedColumns = ({ portions: [portion] }: Unit): number | undefined =>
  isContinuation(portion) ? undefined : portion.article.wish?.columns

/** Whether the editor asked for a width. */
export const isWidthWished = (unit: Unit): boolean => wishedColumns(unit) !== undefined

/** Whether it is the width that the editor asked for, else one that suits the unit's weight. */
export const suitsWidth = (unit: Unit, span: number, context: PageContext): boolean => {
  const { columns, isVertical } = context.grid
  const [portion] = unit.portions
  const wished = wishedColumns(unit)
  if (wished !== undefined) return span === Math.min(wished, columns)
  const role = unit.kind === 'briefs' ? 'briefs' : isContinuation(portion) ? 'continuation' : portion.article.weight
  const [least, most] = (isVertical ? verticalShares : shares)[role]
  const wanted = leastSpanOf(unit, context)
  const from = Math.max(1, wanted, Math.round(columns * least))
  return span >= from && span <= Math.max(1, wanted, Math.round(columns * most))
}

/** The widths to try, columns. The whole width is always among them, so that every page has a layout; no table is over fewer than it wants. */
export const spansFor = (unit: Unit, context: PageContext): readonly number[] =>
  Array.from({ length: context.grid.columns }, (_, index) => index + 1).filter(
    (span) => span === context.grid.columns || suitsWidth(unit, span, context),
  )
