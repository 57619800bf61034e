import { mostTitleGrowth } from '../lines/type-styles'
import { linesIn } from './cuts'
import type { Portion } from './portion'
import { isGroup } from './unit'
import { shapeOf, type PageContext, type ShapeWish, type UnitShape } from './unit-shape'

/** How far a broad picture may be let grow. */
const mostPlateScale = 1.16
const plateScales = [mostPlateScale, 1.12, 1.08, 1.04, 1, 0.96, 0.92, 0.88, 0.84]

/** How far headlines may grow where there is room, the largest first: never to where the next weight's usually stand. */
const titleGrowthsOf = ({ article }: Portion): readonly number[] => {
  const most = mostTitleGrowth[article.weight]
  return [1.4, 1.32, 1.24, 1.16, 1.08].filter((growth) => growth <= most)
}

/** Air that a title may have more than a row of, over its height: round a title it looks meant, at a column's foot left over. */
const titleAir = 0.3

/** The wish that makes the shape as it is. */
const wishOf = ({ unit, span, titleSpan, plate, portions: [portion] }: UnitShape, context: PageContext): ShapeWish => ({
  span,
  titleSpan,
  plateSpan: plate?.span ?? 0,
  plateScale: plate ? plate.rows / plate.naturalRows : 1,
  ...(unit.portions[0].isCuttable && { lines: linesIn(portion, context.flows) }),
})

/** It may be cut, and is: more of its text can stand here. */
const isShortened = ({ unit: { portions }, portions: [portion] }: UnitShape): boolean =>
  portions[0].isCuttable === true && portion.range[1] < portions[0].range[1]

/** Rows that the shape gains with its headline at its largest. */
const titleStretchOf = (
  { unit, portions: [portion], span, titleSpan, titleSetting }: UnitShape,
  { titleSettings, titleScale }: PageContext,
): number => {
  if (isGroup(unit) || titleSetting.rows === 0) return 0
  const gained = titleGrowthsOf(portion).map(
    (growth) => titleSettings(portion, titleSpan, growth * titleScale).rows - titleSetting.rows,
  )
  return Math.floor((Math.max(0, ...gained) * titleSpan) / span)
}

/** Rows that the shape can grow by without a blank: its picture, its text where it may be cut, its title, a row of air there. */
export const stretchOf = (shape: UnitShape, context: PageContext): number => {
  const { unit, span, plate, portions } = shape
  const [whole] = unit.portions
  const air = shape.titleSetting.rows > 0 || shape.lying ? 1 : 0
  if (shape.lying) return air
  if (isShortened(shape)) {
    const all = linesIn(whole, context.flows)
    return Math.max(0, Math.ceil((all - linesIn(portions[0], context.flows)) / span) - 1) + air
  }
  const title = titleStretchOf(shape, context)
  if (!plate) return title + air
  const largest = shapeOf(unit, { ...wishOf(shape, context), plateScale: mostPlateScale }, context)
  return Math.max(0, (largest?.rows ?? shape.rows) - shape.rows) + title + air
}

/** More of its text, or a larger picture, then a larger title: what fits so many rows. */
const grownWish = (shape: UnitShape, rows: number, context: PageContext): ShapeWish => {
  const { unit, plate, portions } = shape
  const wish = wishOf(shape, context)
  const fits = (one: ShapeWish): boolean => (shapeOf(unit, one, context)?.rows ?? Infinity) <= rows
  if (isShortened(shape)) {
    // A few lines more or less: what fits is found from the room there is.
    const now = linesIn(portions[0], context.flows)
    for (let lines = now + (rows - shape.rows) * shape.span; lines > now; lines--)
      if (fits({ ...wish, lines })) return { ...wish, lines }
    return wish
  }
  const wider = plate ? plateScales.filter((scale) => scale * plate.naturalRows >= plate.rows) : []
  const pictured = wider.map((plateScale) => ({ ...wish, plateScale })).find(fits) ?? wish
  return (
    titleGrowthsOf(portions[0])
      .map((titleGrowth) => ({ ...pictured, titleGrowth }))
      .find(fits) ?? pictured
  )
}

/** The shape grown towards so many rows, the last of them as air round its title; never higher than that. */
export const fitTo = (shape: UnitShape, rows: number, context: PageContext): UnitShape => {
  if (shape.lying || rows <= shape.rows) return shape
  const wish = grownWish(shape, rows, context)
  const grown = shapeOf(shape.unit, wish, context) ?? shape
  if (grown.titleSetting.rows === 0) return grown
  for (let air = 1 + Math.round(grown.titleSetting.rows * titleAir); air > 0; air--) {
    const aired = shapeOf(shape.unit, { ...wish, titleAir: air }, context)
    if (aired && aired.rows <= rows) return aired
  }
  return grown
}
