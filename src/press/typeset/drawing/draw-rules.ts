import type { UnitShape } from '../copyfit/unit-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { gapRows, gapStretch } from '../type-styles'
import type { Placed, SliceRule } from '../layout/slice-page'
import type { DrawnGround } from '../setting-parts'

type PlacedUnit = Placed<UnitShape>

/** Most rows between a rule and the units that it separates. */
const farthest = (gapRows + gapStretch) / 2

/** The units directly on each side of the rule. */
const neighboursOf = (rule: SliceRule, placed: readonly PlacedUnit[]): readonly (readonly PlacedUnit[])[] => {
  if (rule.kind === 'side-by-side') {
    const level = placed.filter(({ row, rows }) => row < rule.row + rule.rows && row + rows > rule.row)
    return [
      level.filter(({ column, span }) => column + span === rule.column),
      level.filter(({ column }) => column === rule.column),
    ]
  }
  const level = placed.filter(({ column, span }) => column < rule.column + rule.span && column + span > rule.column)
  return [
    level.filter(({ row, rows }) => row + rows <= rule.row && row + rows >= rule.row - farthest),
    level.filter(({ row }) => row >= rule.row && row <= rule.row + farthest),
  ]
}

/** Whether boxes or tints stand all along a side: their edge separates them already, and a rule would be a second line. */
const isEdged = (units: readonly PlacedUnit[]): boolean =>
  units.length > 0 && units.every(({ shape }) => shape.unit.ground !== 'none')

const drawRule = (rule: SliceRule, firstRow: number, grid: Grid): DrawnGround => {
  const y = rowTop(grid, firstRow + rule.row)
  const left = columnLeft(grid, rule.column)
  if (rule.kind === 'stacked')
    return { x: left, y: Math.round(y), width: spanWidth(grid, rule.span), height: 0, role: 'rule' }
  return { x: left - Math.round(grid.gutter / 2), y, width: 0, height: rule.rows * grid.leading, role: 'rule' }
}

/** Hairlines between neighbours, except next to boxes and tints. */
export const drawRules = (
  rules: readonly SliceRule[],
  placed: readonly PlacedUnit[],
  firstRow: number,
  grid: Grid,
): DrawnGround[] =>
  rules.filter((rule) => !neighboursOf(rule, placed).some(isEdged)).map((rule) => drawRule(rule, firstRow, grid))
