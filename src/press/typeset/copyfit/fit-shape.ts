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
  { unit, span, titleSpan, plate, portions: [portion] }: ColumnShape,
  { flows, broadBlocks }: PageContext,
): ShapeWish => ({
  span,
  titleSpan,
  ...(plate && { plate: { span: plate.span, scale: plate.rows / plate.naturalRows } }),
  ...(unit.portions[0].isCuttable && { lines: linesIn(portion, flows, broadBlocks) }),
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
  const { unit, span, plate, portions } = shape
  const [whole] = unit.portions
  const air = shape.titleSetting.rows > 0 ? 1 : 0
  if (isShortened(shape)) {
    const all = linesIn(whole, context.flows, context.broadBlocks)
    return Math.max(0, Math.ceil((all - linesIn(portions[0], context.flows, context.broadBlocks)) / span) - 1) + air
  }
  const title = titleStretchOf(shape, context)
  if (!plate) return title + air
  const wish = { ...wishOf(shape, context), plate: { span: plate.span, scale: mostPlateScale } }
  const largest = shapeOf(unit, wish, context)
  return Math.max(0, (largest?.rows ?? shape.rows) - shape.rows) + title + air
}

/** More text, or a larger picture and then a larger title, as far as it fits so many rows. */
const grownWish = (shape: ColumnShape, rows: number, context: PageContext): ShapeWish => {
  const { unit, plate, portions } = shape
  const wish = wishOf(shape, context)
  const fits = (one: ShapeWish): boolean => (shapeOf(unit, one, context)?.rows ?? Infinity) <= rows
  if (isShortened(shape)) {
    // How many lines fit is not known beforehand: pictures and titles come in between.
    const now = linesIn(portions[0], context.flows, context.broadBlocks)
    for (let lines = now + (rows - shape.rows) * shape.span; lines > now; lines--)
      if (fits({ ...wish, lines })) return { ...wish, lines }
    return wish
  }
  const larger = plate ? plateScales.filter((scale) => scale * plate.naturalRows >= plate.rows) : []
  const plates = plate ? larger.map((scale) => ({ ...wish, plate: { span: plate.span, scale } })) : []
  const pictured = plates.find(fits) ?? wish
  return (
    titleGrowthsOf(portions[0])
      .map((titleGrowth) => ({ ...pictured, titleGrowth }))
      .find(fits) ?? pictured
  )
}

/** The shape grown towards so many rows, the last of them as air around its title; never higher than that. */
export const fitTo = (shape: UnitShape, rows: number, context: PageContext): UnitShape => {
  if (shape.kind === 'vertical-box' || rows <= shape.rows) return shape
  const wish = grownWish(shape, rows, context)
  const grown = shapeOf(shape.unit, wish, context) ?? shape
  if (grown.titleSetting.rows === 0) return grown
  for (let air = 1 + Math.round(grown.titleSetting.rows * mostTitleAir); air > 0; air--) {
    const aired = shapeOf(shape.unit, { ...wish, titleAir: air }, context)
    if (aired && aired.rows <= rows) return aired
  }
  return grown
}
