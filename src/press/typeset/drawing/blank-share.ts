import type { Box } from '@/bundle/geometry'
import { columnLeft, rowTop, type Grid } from '../grid'
import type { SettingParts } from '../setting-parts'

/**
 * For each column, and each row in it, whether nothing stands there. A rule between articles counts as something.
 * @param rows of the sheet: more than the grid's where it grew
 */
export const blankCellsOf = (
  { frames, titles, plates, furniture, grounds }: SettingParts,
  grid: Grid,
  rows: number,
): readonly (readonly boolean[])[] => {
  const boxes = [...frames, ...titles, ...plates, ...furniture]
  const rules = grounds.filter(({ role, height }) => role === 'rule' && height === 0)
  const isIn = (column: number, { x, width }: Box): boolean => {
    const left = columnLeft(grid, column)
    return x < left + grid.columnWidth && x + width > left
  }
  return Array.from({ length: grid.columns }, (_, column) => {
    const own = boxes.filter((box) => isIn(column, box))
    const ownRules = rules.filter((rule) => isIn(column, rule))
    return Array.from({ length: rows }, (_, row) => {
      const [head, foot] = [rowTop(grid, row), rowTop(grid, row + 1)]
      const isTaken = own.some(({ y, height }) => y < foot - 1 && y + height > head + 1)
      return !isTaken && !ownRules.some(({ y }) => y >= head - 1 && y <= foot + 1)
    })
  })
}

/** Share of the type area's cells (one row of one column) on which nothing stands. */
export const blankShare = (parts: SettingParts, grid: Grid, rows: number): number =>
  blankCellsOf(parts, grid, rows)
    .flat()
    .filter((isBlank) => isBlank).length /
  (grid.columns * rows)
