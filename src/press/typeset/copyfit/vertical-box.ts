/**
 * An article of vertical lines on a page of horizontal ones: its lines run down and follow each other from right to left, in
 * one tier or more, with the title at the right (W3C clreq 2.2.2). It is laid out on its side, on a small grid of its own, and
 * turned, just as a vertical page is.
 */

import { spanWidth, type Grid } from '../grid'
import { createFlows, type AspectOf } from '../lines/flow'
import { verticalBoxStyle } from '../type-styles'
import { createBroadBlocks } from './broad-blocks'
import { withoutJump } from './cuts'
import { createTitleSettings } from './title-setting'
import type { Unit } from './unit'
import { shapeOf, type PageContext, type VerticalBox } from './unit-shape'

/** Length of a line in characters: shorter ones are choppy, longer ones hard to follow. */
const leastEms = 9
const mostEms = 26
/** Length of a line in the last resort, for a text so long that it does not fit otherwise. */
const longestEms = 400
const mostTiers = 5

const boxGrid = (grid: Grid, width: number, tiers: number, ems: number): Grid => {
  const columnWidth = ems * grid.bodySize
  const gutter = Math.round(verticalBoxStyle.tierGapEms * grid.bodySize)
  const typeWidth = tiers * columnWidth + (tiers - 1) * gutter
  const rows = Math.floor((width - 2 * verticalBoxStyle.paddingEms * grid.bodySize) / grid.leading)
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

type Inner = Pick<VerticalBox, 'inner' | 'grid'>

const innerOn = (unit: Unit, grid: Grid, aspectOf: AspectOf): Inner | undefined => {
  const context: PageContext = {
    flows: createFlows(aspectOf, grid),
    broadBlocks: createBroadBlocks(aspectOf, grid),
    titleSettings: createTitleSettings(grid),
    aspectOf,
    grid,
    pictures: 1,
    titleScale: 1,
  }
  const inner = shapeOf(unit, { span: grid.columns }, context)
  return inner && inner.rows <= grid.rows ? { inner, grid } : undefined
}

/** The article in so many tiers, with the shortest lines with which it fits the width. */
const innerIn = (unit: Unit, width: number, tiers: number, { grid, aspectOf }: PageContext): Inner | undefined => {
  // A picture lies on its side, like the lines.
  const turnedAspect: AspectOf = (picture) => 1 / aspectOf(picture)
  // Tried one by one, not by halves: longer lines make the text shorter but its pictures larger.
  const longest = tiers === mostTiers ? longestEms : mostEms
  for (let ems = leastEms; ems <= longest; ems += ems < mostEms ? 1 : mostEms) {
    const found = innerOn(unit, boxGrid(grid, width, tiers, ems), turnedAspect)
    if (found) return found
  }
  return undefined
}

/** The unit over so many columns, in as few tiers as its lines allow; undefined where it does not fit. */
export const verticalBoxOf = (unit: Unit, span: number, context: PageContext): VerticalBox | undefined => {
  const { grid } = context
  const portion = withoutJump(unit.portions[0])
  const width = spanWidth(grid, span)
  for (let tiers = 1; tiers <= mostTiers; tiers++) {
    const found = innerIn({ kind: 'article', portions: [portion], ground: 'none' }, width, tiers, context)
    if (!found) continue
    const rows = Math.ceil((found.grid.typeWidth + 2 * verticalBoxStyle.paddingEms * grid.bodySize) / grid.leading)
    return { kind: 'vertical-box', unit, portions: [portion], span, rows, ...found }
  }
  return undefined
}
