import type { Grid } from '../grid'
import type { Candidate } from '../layout/layout-tree'
import { linesIn } from './cuts'
import { stretchOf } from './fit-shape'
import { isContinuation } from './portion'
import { blankCostOf, costOf, headlineOf } from './shape-cost'
import { isGroup, type Unit } from './unit'
import { shapeOf, type PageContext, type ShapeWish, type UnitShape } from './unit-shape'
import { verticalShapeOf } from './vertical-shape'

/** Share of a page's columns that suits a weight: least and most. */
const shares = {
  lead: [0.55, 1],
  second: [0.4, 0.8],
  standard: [0.2, 0.6],
  brief: [0.2, 0.4],
  continuation: [0.2, 0.8],
  group: [0.2, 1],
} as const

/** Tiers of vertical lines are short: a title over most of them would be lost in them. */
const verticalShares = { ...shares, lead: [0.4, 1], second: [0.25, 0.8] } as const

/** Spans to try, the fitting ones first; the whole width is always among them, so that every page has a layout. */
const spansFor = (
  unit: Unit,
  { columns, isVertical }: Grid,
): readonly { readonly span: number; readonly isFitting: boolean }[] => {
  const [portion] = unit.portions
  const wished = portion.article.wish?.columns
  if (wished !== undefined && !isContinuation(portion))
    return wished < columns
      ? [
          { span: wished, isFitting: true },
          { span: columns, isFitting: false },
        ]
      : [{ span: columns, isFitting: true }]
  const role = isGroup(unit) ? 'group' : isContinuation(portion) ? 'continuation' : portion.article.weight
  const [least, most] = (isVertical ? verticalShares : shares)[role]
  const [from, to] = [Math.max(1, Math.round(columns * least)), Math.max(1, Math.round(columns * most))]
  return Array.from({ length: columns }, (_, index) => ({
    span: index + 1,
    isFitting: index + 1 >= from && index + 1 <= to,
  })).filter(({ span, isFitting }) => isFitting || span === columns)
}

/**
 * Columns that the title may stand over. In vertical lines the tiers below a title often run on under it to the page's edge,
 * as nothing else can be read between them; columns of horizontal lines without a title over them would seem another's.
 */
const titleSpansFor = (unit: Unit, { span, plateSpan }: ShapeWish, { isVertical }: Grid): readonly number[] => {
  if (!isVertical || isGroup(unit) || plateSpan > 0) return [span]
  const { weight } = unit.portions[0].article
  const least = Math.max(Math.ceil(span / 2), weight === 'lead' || weight === 'second' ? Math.min(span, 2) : 1)
  return Array.from({ length: span - least + 1 }, (_, index) => span - index)
}

/** Shares of a cuttable text to begin with; stretching finds what really fits. */
const lineShares = [0.12, 0.25, 0.4, 0.55, 0.7, 0.85]
const plateScales = [0.86, 0.93, 1, 1.08]

const candidateOf = (shape: UnitShape, isFitting: boolean, context: PageContext): Candidate<UnitShape> => {
  const { plate, span, rows } = shape
  const headline = headlineOf(shape)
  return {
    span,
    rows,
    stretch: stretchOf(shape, context),
    cost: costOf(shape, isFitting, context),
    blankCost: blankCostOf(shape),
    headSize: headline && headline.size / context.grid.bodySize,
    plateAt: { left: plate?.span === span, right: plate !== undefined },
    shape,
  }
}

/** Every way worth trying to set a unit. */
export const candidatesFor = (unit: Unit, context: PageContext): Candidate<UnitShape>[] => {
  const { flows, grid } = context
  const [portion] = unit.portions
  if (portion.article.isVertical && !grid.isVertical) {
    const upright = spansFor(unit, grid).flatMap(({ span, isFitting }) => {
      const shape = verticalShapeOf(unit, span, context)
      return shape ? [candidateOf(shape, isFitting, context)] : []
    })
    if (upright.some(({ span }) => span === grid.columns)) return upright
  }
  const all = portion.isCuttable ? linesIn(portion, flows) : 0
  const lines: readonly (number | undefined)[] = portion.isCuttable
    ? [...lineShares.map((share) => Math.max(12, Math.round(all * share))), undefined]
    : [undefined]
  const wishes = spansFor(unit, grid).flatMap(({ span, isFitting }) =>
    Array.from({ length: span + 1 }, (_, plateSpan) => plateSpan).flatMap((plateSpan) =>
      (plateSpan > 0 ? plateScales : [1]).flatMap((plateScale) =>
        lines.map((count) => ({
          isFitting,
          span,
          plateSpan,
          plateScale,
          ...(count !== undefined && { lines: count }),
        })),
      ),
    ),
  )
  return wishes.flatMap(({ isFitting, ...wish }) =>
    titleSpansFor(unit, wish, grid).flatMap((titleSpan) => {
      const shape = shapeOf(unit, { ...wish, titleSpan }, context)
      return shape ? [candidateOf(shape, isFitting, context)] : []
    }),
  )
}
