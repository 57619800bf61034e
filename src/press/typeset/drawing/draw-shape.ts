import { outlineOfBox, type Box } from '@/bundle/geometry'
import type { UnitShape } from '../copyfit/unit-shape'
import { columnLeft, rowTop, spanWidth, type Grid } from '../grid'
import { mergeParts, moveParts, noParts } from '../setting-parts'
import { drawUnit, groundOf, type DrawnUnit, type Spot } from './draw-unit'
import { turnParts } from './turn-page'

/** Draws a shape at its spot; vertical lines in the middle of the rows that it is given. */
export const drawShape = (
  shape: UnitShape,
  { column, row, rows }: Spot & { readonly rows: number },
  grid: Grid,
): DrawnUnit => {
  if (shape.kind === 'columns') return drawUnit(shape, { column, row }, grid)
  const box: Box = {
    x: columnLeft(grid, column),
    y: rowTop(grid, row),
    width: spanWidth(grid, shape.span),
    height: rows * grid.leading,
  }
  const { inner, grid: innerGrid } = shape
  const { parts } = drawUnit(inner, { column: 0, row: 0 }, innerGrid)
  // Turned by a quarter, its height becomes its width.
  const width = inner.rows * innerGrid.leading
  const height = innerGrid.typeWidth
  const upright = moveParts(
    turnParts(parts, width),
    box.x + Math.round((box.width - width) / 2),
    box.y + Math.round((box.height - height) / 2),
  )
  return {
    parts: mergeParts([{ ...noParts, grounds: groundOf(shape, box, grid) }, upright]),
    outlines: new Map([[shape.portions[0].article.id, [outlineOfBox(box)]]]),
  }
}
