import type { Box } from './geometry'
import type { TileGrid } from './tiles'

/** Where a tile lies, in pixels of its level. */
export const tileBox = (grid: TileGrid, index: number): Box => {
  const columns = Math.ceil(grid.width / grid.side)
  const x = (index % columns) * grid.side
  const y = Math.floor(index / columns) * grid.side
  return { x, y, width: Math.min(grid.side, grid.width - x), height: Math.min(grid.side, grid.height - y) }
}
