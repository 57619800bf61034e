import { outlineOfBox, type Box } from '@/bundle/geometry'
import type { UnitShape } from '../copyfit/unit-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { mergeParts, moveParts, noParts } from '../setting-parts'
import { groundOf, drawUnit, type DrawnUnit, type Spot } from './draw-unit'
import { turnParts } from './turn-page'

/** Draws a shape; one of vertical lines in the middle of its place. */
export const drawShape = (shape: UnitShape, spot: Spot, grid: Grid): DrawnUnit => {
  const { lying } = shape
  if (!lying) return drawUnit(shape, spot, grid)
  const { column, row, rows } = spot
  const box: Box = {
    x: columnLeft(grid, column),
    y: rowTop(grid, row),
    width: spanWidth(grid, shape.span),
    height: rows * grid.leading,
  }
  const { leading, typeWidth } = lying.grid
  const across = lying.shape.rows * leading
  const { parts } = drawUnit(lying.shape, { column: 0, row: 0, rows: lying.shape.rows }, lying.grid)
  const upright = moveParts(
    turnParts(parts, across),
    box.x + Math.round((box.width - across) / 2),
    box.y + Math.round((box.height - typeWidth) / 2),
  )
  return {
    parts: mergeParts([{ ...noParts, grounds: groundOf(shape, box, grid) }, upright]),
    outlines: new Map([[shape.portions[0].article.id, [outlineOfBox(box)]]]),
  }
}
