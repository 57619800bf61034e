import { shapeBlankCost } from '../score/blank-rules'
import { mostTitleAir, mostTitleGrowth } from '../type-styles'
import { linesIn } from './cuts'
import type { Portion } from './portion'
import { shapeOf, type ColumnShape, type PageContext, type ShapeWish, type UnitShape } from './unit-shape'

/** How many times its natural height a picture over several columns may have where there is room. */
const mostPlateScale = 1.08
const plateScales = [mostPlateScale, 1.06, 1.04, 1.02, 1, 0.98, 0.96, 0.94, 0.92]

/** Factors by which headlines grow where there is room, the largest first. */
const titleGrowths = [1.4, 1.32, 1.24, 1.16, 1.08]
const titleGrowthsOf = ({ article }: Portion): readonly number[] =>
  titleGrowths.filter((growth) => growth <= mostTitleGrowth[article.weight])

/** The wish that makes the shape as it is. */
const wishOf = (
  { unit, span, titleSpan, plate, gallery, portions: [portion] }: ColumnShape,
  { flows, broadBlocks }: PageContext,
): ShapeWish => ({
  span,
  titleSpan,
  ...(plate && { plate: { span: plate.span, scale: plate.rows / plate.naturalRows } }),
  ...(gallery && { gallery }),
  ...(unit.portions[0].isCuttable && { lines: linesIn(portion, flows, broadBlocks) }),
})

/** How many times their natural height its broad pictures have; undefined if it has none. */
const pictureScaleOf = ({ plate, gallery }: ColumnShape): number | undefined =>
  gallery?.scale ?? (plate && plate.rows / plate.naturalRows)

/** The same with its broad pictures at so many times their natural height. */
const scaledTo = (wish: ShapeWish, scale: number): ShapeWish => ({
  ...wish,
  ...(wish.plate && { plate: { ...wish.plate, scale } }),
  ...(wish.gallery && { gallery: { ...wish.gallery, scale } }),
})

/** Whether it was cut, so that more of its text could stand here. */
const isShortened = ({ unit: { portions }, portions: [portion] }: ColumnShape): boolean =>
  portions[0].isCuttable && portion.range[1] < portions[0].range[1]

/** Rows that the shape gains with its headline at its largest. */
const titleStretchOf = (
  { unit, portions: [portion], span, titleSpan, titleSetting }: ColumnShape,
  { titleSettings, titleScale }: PageContext,
): number => {
  if (unit.kind === 'briefs' || titleSetting.rows === 0) return 0
  const gained = titleGrowthsOf(portion).map(
    (growth) => titleSettings(portion, titleSpan, growth * titleScale).rows - titleSetting.rows,
  )
  return Math.floor((Math.max(0, ...gained) * titleSpan) / span)
}

/** Rows that the shape can grow by without a blank: more text if it was cut, else a larger picture and title; and a row of air. */
export const stretchOf = (shape: UnitShape, context: PageContext): number => {
  if (shape.kind === 'vertical-box') return 1
  const { unit, span, portions } = shape
  const [whole] = unit.portions
  const air = shape.titleSetting.rows > 0 ? 1 : 0
  if (isShortened(shape)) {
    const all = linesIn(whole, context.flows, context.broadBlocks)
    return Math.max(0, Math.ceil((all - linesIn(portions[0], context.flows, context.broadBlocks)) / span) - 1) + air
  }
  const title = titleStretchOf(shape, context)
  if (pictureScaleOf(shape) === undefined) return title + air
  const largest = shapeOf(unit, scaledTo(wishOf(shape, context), mostPlateScale), context)
  return Math.max(0, (largest?.rows ?? shape.rows) - shape.rows) + title + air
}

/** More text of a shape that was cut, as far as it fits so many rows. */
const lengthenedWish = (shape: ColumnShape, rows: number, context: PageContext): ShapeWish => {
  const { unit, portions } = shape
  const wish = wishOf(shape, context)
  // How many lines fit is not known beforehand: pictures and titles come in between.
  const now = linesIn(portions[0], context.flows, context.broadBlocks)
  for (let lines = now + (rows - shape.rows) * shape.span; lines > now; lines--)
    if ((shapeOf(unit, { ...wish, lines }, context)?.rows ?? Infinity) <= rows) return { ...wish, lines }
  return wish
}

/** The shape with the picture as it is, and with each larger one, the largest first. */
const picturedWishes = (shape: ColumnShape, context: PageContext): ShapeWish[] => {
  const wish = wishOf(shape, context)
  const now = pictureScaleOf(shape) ?? Infinity
  return [...plateScales.filter((scale) => scale > now).map((scale) => scaledTo(wish, scale)), wish]
}

/** The first of some shapes, tried in order, that fits so many rows. */
const firstFitting = (
  { unit }: ColumnShape,
  wishes: readonly ShapeWish[],
  rows: number,
  context: PageContext,
): { readonly wish: ShapeWish; readonly fitted: ColumnShape } | undefined => {
  for (const wish of wishes) {
    const fitted = shapeOf(unit, wish, context)
    if (fitted && fitted.rows <= rows) return { wish, fitted }
  }
  return undefined
}

/** A larger title, and then air around it, as far as they fit so many rows. */
const titledTo = (shape: ColumnShape, wish: ShapeWish, rows: number, context: PageContext): ColumnShape | undefined => {
  const growths = isShortened(shape) ? [] : titleGrowthsOf(shape.portions[0])
  const wishes = [...growths.map((titleGrowth) => ({ ...wish, titleGrowth })), wish]
  const grown = firstFitting(shape, wishes, rows, context)
  if (!grown || grown.fitted.titleSetting.rows === 0) return grown?.fitted
  const mostAir = 1 + Math.round(grown.fitted.titleSetting.rows * mostTitleAir)
  const airs = Array.from({ length: mostAir }, (_, index) => ({ ...grown.wish, titleAir: mostAir - index }))
  return firstFitting(shape, airs, rows, context)?.fitted ?? grown.fitted
}

/** What the blanks of a shape cost in so many rows: those inside it, and those under it. */
const blankCostIn = (shape: ColumnShape, rows: number): number =>
  shapeBlankCost(shape) + (rows - shape.rows) * shape.span

/**
 * The shape grown towards so many rows, and never higher: by more text if it was cut, else by a picture, a title and air around it, of
 * those pictures the one that leaves least blank. What rows are left, its subheads have.
 */
export const fitTo = (shape: UnitShape, rows: number, context: PageContext): UnitShape => {
  if (shape.kind === 'vertical-box' || rows <= shape.rows) return shape
  const wishes = isShortened(shape) ? [lengthenedWish(shape, rows, context)] : picturedWishes(shape, context)
  const fitted = wishes.flatMap((wish) => titledTo(shape, { ...wish, mostRows: rows }, rows, context) ?? [])
  const blanks = fitted.map((one) => blankCostIn(one, rows))
  return fitted[blanks.indexOf(Math.min(...blanks))] ?? shape
}
