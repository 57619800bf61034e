import type { Box } from '@/bundle/geometry'
import { columnLeft, rowTop, type Grid } from '../grid'
import type { SettingParts } from '../setting-parts'

/**
 * Share of the type area's cells (one row of one column) on which nothing stands. A rule between articles counts as something.
 * @param rows of the sheet: more than the grid's where it grew
 */
export const blankShare = (
  { frames, titles, plates, furniture, grounds }: SettingParts,
  grid: Grid,
  rows: number,
): number => {
  const boxes = [...frames, ...titles, ...plates, ...furniture]
  const rules = grounds.filter(({ role, height }) => role === 'rule' && height === 0)
  const isIn = (column: number, { x, width }: Box): boolean => {
    const left = columnLeft(grid, column)
    return x < left + grid.columnWidth && x + width > left
  }
  let blank = 0
  for (let column = 0; column < grid.columns; column++) {
    const own = boxes.filter((box) => isIn(column, box))
    const ownRules = rules.filter((rule) => isIn(column, rule))
    for (let row = 0; row < rows; row++) {
      const [head, foot] = [rowTop(grid, row), rowTop(grid, row + 1)]
      const isTaken = own.some(({ y, height }) => y < foot - 1 && y + height > head + 1)
      if (!isTaken && !ownRules.some(({ y }) => y >= head - 1 && y <= foot + 1)) blank++
    }
  }
  return blank / (grid.columns * rows)
}
