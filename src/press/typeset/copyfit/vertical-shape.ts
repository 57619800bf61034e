import { spanWidth, type Grid } from '../grid'
import { createFlows, type AspectOf } from '../lines/flow'
import { withoutJump } from './cuts'
import { createTitleSettings } from './title-setting'
import type { Unit } from './unit'
import { shapeOf, type LyingShape, type PageContext, type UnitShape } from './unit-shape'

/**
 * An article of vertical lines on a page of horizontal ones: its columns of characters run down and follow each other from
 * right to left, in one tier or more, its title at the right (W3C clreq 2.2.2). It is laid out lying on its side, on a small
 * grid of its own, and turned, just as a vertical page is.
 */

/** Length of a line in characters: shorter ones are choppy, longer ones hard to follow. */
const leastEms = 9
const mostEms = 26
/** Where the text is so long that nothing else fits, lines may be as long as they must. */
const longestEms = 400
const mostTiers = 5
/** Room inside the box, and between tiers, ems of the body. */
const padEms = 0.9
const tierGapEms = 1.6

const lyingGrid = (grid: Grid, width: number, tiers: number, ems: number): Grid => {
  const columnWidth = ems * grid.bodySize
  const gutter = Math.round(tierGapEms * grid.bodySize)
  const typeWidth = tiers * columnWidth + (tiers - 1) * gutter
  const rows = Math.floor((width - 2 * padEms * grid.bodySize) / grid.leading)
  return {
    ...grid,
    width: typeWidth,
    height: rows * grid.leading,
    left: 0,
    head: 0,
    typeWidth,
    columns: tiers,
    columnWidth,
    gutter,
    rows,
    isVertical: true,
  }
}

const lyingAt = (unit: Unit, grid: Grid, aspectOf: AspectOf): LyingShape | undefined => {
  const context: PageContext = {
    flows: createFlows(aspectOf, grid),
    titleSettings: createTitleSettings(grid),
    aspectOf,
    grid,
    titleScale: 1,
  }
  const shape = shapeOf(unit, { span: grid.columns, plateSpan: 0, plateScale: 1 }, context)
  return shape && shape.rows <= grid.rows ? { shape, grid } : undefined
}

/** The shortest lines with which the article fits the width in so many tiers. */
const lyingShape = (unit: Unit, width: number, tiers: number, { grid, aspectOf }: PageContext) => {
  // A picture lies on its side like the lines.
  const lyingAspect: AspectOf = (picture) => 1 / aspectOf(picture)
  // Tried one by one: longer lines make text shorter, but its pictures larger.
  const longest = tiers === mostTiers ? longestEms : mostEms
  for (let ems = leastEms; ems <= longest; ems += ems < mostEms ? 1 : mostEms) {
    const found = lyingAt(unit, lyingGrid(grid, width, tiers, ems), lyingAspect)
    if (found) return found
  }
  return undefined
}

/** The unit in vertical lines over so many columns, in as few tiers as its lines allow; undefined where it does not fit. */
export const verticalShapeOf = (unit: Unit, span: number, context: PageContext): UnitShape | undefined => {
  const { grid } = context
  const [portion] = unit.portions
  const lying: Unit = { ground: 'none', portions: [withoutJump(portion)] }
  const width = spanWidth(grid, span)
  for (let tiers = 1; tiers <= mostTiers; tiers++) {
    const found = lyingShape(lying, width, tiers, context)
    if (!found) continue
    return {
      unit,
      portions: lying.portions,
      span,
      rows: Math.ceil((found.grid.typeWidth + 2 * padEms * grid.bodySize) / grid.leading),
      padRows: 0,
      titleSetting: { titles: [], rows: 0 },
      titleSpan: span,
      columns: [],
      lying: found,
    }
  }
  return undefined
}
