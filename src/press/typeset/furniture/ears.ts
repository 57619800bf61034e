import type { EarDraft } from '../../model/draft'
import { fitTo } from '../copyfit/fit-shape'
import type { Portion } from '../copyfit/portion'
import { unitsOf, type Unit } from '../copyfit/unit'
import { shapeOf, type PageContext, type UnitShape } from '../copyfit/unit-shape'
import { earStyle } from '../type-styles'

/** 报眼: an article that stands beside the nameplate. */
export interface Ear {
  readonly side: 'left' | 'right'
  readonly shape: UnitShape
}

const { leastShare, mostShare, mostShareOfTwo, mostRows } = earStyle

/** An ear has an edge, so that nobody takes it for a part of the masthead. */
const unitOf = (portion: Portion): Unit | undefined => {
  const [unit] = unitsOf([portion])
  return unit && unit.ground === 'none' ? { ...unit, ground: 'box' } : unit
}

/** Over as few columns as keep it no higher than so many rows, else as low as it can be; undefined where that is too high. */
const shapeIn = (portion: Portion, mostSpan: number, rows: number, context: PageContext): UnitShape | undefined => {
  const unit = unitOf(portion)
  if (!unit) return undefined
  const leastSpan = Math.min(mostSpan, Math.ceil(context.grid.columns * leastShare))
  const shapes = Array.from({ length: mostSpan - leastSpan + 1 }, (_, index) =>
    shapeOf(unit, { span: leastSpan + index }, context),
  )
    .filter((shape) => shape !== undefined)
    .filter((shape) => shape.rows <= mostRows)
  return shapes.find((shape) => shape.rows <= rows) ?? shapes.sort((a, b) => a.rows - b.rows)[0]
}

/**
 * The ears of a front page: the first stands at the right of the nameplate, the second at its left. An article that is too long for
 * it is left to the page.
 *
 * @param rows height of the nameplate
 */
export const earsOf = (
  ears: readonly EarDraft[],
  portions: readonly Portion[],
  rows: number,
  context: PageContext,
): readonly Ear[] => {
  const { columns } = context.grid
  const mostSpan = Math.max(1, Math.floor(columns * (ears.length > 1 ? mostShareOfTwo : mostShare)))
  return ears.flatMap(({ article }, index) => {
    const portion = portions.find((one) => one.part === 0 && one.article.id === article)
    const shape = portion && shapeIn(portion, mostSpan, rows, context)
    return shape ? [{ side: index === 0 ? 'right' : 'left', shape }] : []
  })
}

/** The ear as high as the masthead's head. */
export const grownTo = (ear: Ear, rows: number, context: PageContext): Ear => ({
  ...ear,
  shape: fitTo(ear.shape, rows, context),
})
