import type { Outline } from '@/bundle/region'
import type { ArticleId } from '@/bundle/ids'
import type { IssueDraft } from '../../model/draft'
import type { Portion } from '../copyfit/portion'
import type { PageContext } from '../copyfit/unit-shape'
import { drawShape } from '../drawing/draw-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { mergeParts, noParts, type DrawnFurniture, type SettingParts } from '../setting-parts'
import { mastheadStyle, smallestFurniture } from '../type-styles'
import { earsOf, grownTo, type Ear } from './ears'
import { drawnEmsOf, fittedSize, furnitureLine } from './furniture-line'
import { nameplateOf } from './nameplate'
import { dateLinesOf, printedWordsOf } from './printed-words'

/** The masthead over the whole width of page one: how many rows it takes above the type area, and what stands in it. */
export interface FrontMasthead {
  readonly rows: number
  /** The articles that stand beside the nameplate. */
  readonly ears: readonly Ear[]
  /** Draws it above the type area of a grid of the same columns. */
  readonly draw: (grid: Grid) => DrawnMasthead
}

export interface DrawnMasthead {
  readonly parts: SettingParts
  readonly outlines: ReadonlyMap<ArticleId, readonly Outline[]>
}

const { dates, smallPrint: smallStyle, accentRuleAir, airBelow } = mastheadStyle

const spanOf = (ears: readonly Ear[], side: Ear['side']): number =>
  ears.filter((ear) => ear.side === side).reduce((sum, { shape }) => sum + shape.span, 0)

/** Left edge and width of what the ears leave to the nameplate. */
const areaOf = (ears: readonly Ear[], grid: Grid): { readonly x: number; readonly width: number } => {
  const [left, right] = [spanOf(ears, 'left'), spanOf(ears, 'right')]
  return { x: columnLeft(grid, left), width: spanWidth(grid, grid.columns - left - right) }
}

/** Items of one line from edge to edge of the type area, with equal air between them. */
const spreadLine = (items: readonly string[], y: number, { left, typeWidth, leading, bodySize }: Grid) => {
  const gaps = Math.max(1, items.length - 1)
  const ems = items.map((item) => drawnEmsOf(item))
  const allEms = ems.reduce((sum, one) => sum + one, 0)
  const fitting = Math.floor(typeWidth / (allEms + gaps * dates.leastGap))
  const size = Math.max(smallestFurniture, Math.min(Math.round(bodySize * dates.scale), fitting))
  const gap = (typeWidth - allEms * size) / gaps
  const height = Math.round(leading * dates.rows)
  return items.map((item, index): DrawnFurniture => {
    const before = ems.slice(0, index).reduce((sum, one) => sum + one, 0)
    const box = {
      x: left + Math.round(before * size + index * gap),
      y,
      width: Math.round((ems[index] ?? 0) * size),
      height,
    }
    return furnitureLine(box, 'masthead', item, size, 'start')
  })
}

/**
 * The masthead: the nameplate, ears beside it, a line of dates from edge to edge, and small print.
 *
 * @param portions what is to stand on the page: the ears are among them
 * @param context of a grid without anything above its type area
 */
export const mastheadOf = (issue: IssueDraft, portions: readonly Portion[], context: PageContext): FrontMasthead => {
  const { grid } = context
  const { leading, typeWidth, bodySize } = grid
  const words = printedWordsOf(grid)
  const rowsOver = (area: number): number => Math.ceil(nameplateOf(issue, grid, area).height / leading)
  // The ears take columns from the nameplate, so that its height without them is the most that it will have.
  const found = earsOf(issue.ears ?? [], portions, rowsOver(typeWidth), context)
  const area = areaOf(found, grid)
  const nameplate = nameplateOf(issue, grid, area.width)
  const headRows = Math.max(rowsOver(area.width), ...found.map(({ shape }) => shape.rows))
  const ears = found.map((ear) => grownTo(ear, headRows, context))
  const dateItems = dateLinesOf(issue, words)
  const smallPrint = words.smallPrint(issue.masthead).join('　')
  const datesAt = headRows * leading + Math.round(leading * dates.airAbove)
  const smallAt = datesAt + Math.round(leading * dates.rows)
  const ruleAt = smallAt + Math.round(leading * ((smallPrint ? smallStyle.rows : 0) + accentRuleAir))
  const rows = Math.ceil(ruleAt / leading + airBelow)

  const draw = (page: Grid): DrawnMasthead => {
    const top = rowTop(page, -rows)
    const { left } = page
    const nameBox = {
      x: area.x + Math.round((area.width - nameplate.width) / 2),
      y: top + Math.round((headRows * leading - nameplate.height) / 2),
      width: nameplate.width,
      height: nameplate.height,
    }
    const name = {
      ...furnitureLine(nameBox, 'nameplate', issue.paper.name, nameplate.size, 'start'),
      ...(nameplate.spacing !== undefined && { spacing: nameplate.spacing }),
    }
    const smallSize = fittedSize(smallPrint, typeWidth, Math.round(bodySize * smallStyle.scale))
    const smallBox = { x: left, y: top + smallAt, width: typeWidth, height: Math.round(leading * smallStyle.rows) }
    const rule = { x: left, width: typeWidth, height: 0 }
    const drawn = ears.map(({ side, shape }) => {
      const row = Math.floor((headRows - shape.rows) / 2) - rows
      return drawShape(shape, { column: side === 'left' ? 0 : page.columns - shape.span, row, rows: shape.rows }, page)
    })
    return {
      parts: mergeParts([
        {
          ...noParts,
          furniture: [
            name,
            ...spreadLine(dateItems, top + datesAt, page),
            ...(smallPrint ? [furnitureLine(smallBox, 'masthead', smallPrint, smallSize, 'center')] : []),
          ],
          grounds: [
            { ...rule, y: top + datesAt, role: 'rule' },
            { ...rule, y: top + ruleAt, role: 'accent-rule' },
          ],
        },
        ...drawn.map(({ parts }) => parts),
      ]),
      outlines: new Map(drawn.flatMap(({ outlines }) => [...outlines])),
    }
  }
  return { rows, ears, draw }
}
