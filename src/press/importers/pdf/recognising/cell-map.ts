import type { InkMap } from './ink'
import type { PixelBox } from './grey-picture'

/** A coarse map of a page: a value for each square cell. */
export interface CellMap {
  /** Pixels of a cell's side. */
  readonly side: number
  /** Cells in a row, and rows. */
  readonly across: number
  readonly down: number
  readonly cells: Uint8Array
}

export const emptyMap = ({ side, across, down }: CellMap): CellMap => ({
  side,
  across,
  down,
  cells: new Uint8Array(across * down),
})

/** A cell has ink if any pixel of it has. */
export const cellsOf = ({ ink, width, height }: InkMap, side: number): CellMap => {
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)]
  const cells = new Uint8Array(across * down)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * across
    for (let x = 0; x < width; x++) if (ink[y * width + x] === 1) cells[row + Math.floor(x / side)] = 1
  }
  return { side, across, down, cells }
}

/** Marks the cells that a box touches. */
export const markBox = ({ side, across, down, cells }: CellMap, { left, top, right, bottom }: PixelBox): void => {
  const [from, to] = [Math.max(0, Math.floor(left / side)), Math.min(across, Math.ceil(right / side))]
  for (let row = Math.max(0, Math.floor(top / side)); row < Math.min(down, Math.ceil(bottom / side)); row++)
    cells.fill(1, row * across + from, row * across + to)
}

/** How many cells are marked above and to the left of each corner of the grid. */
const sumsOf = ({ across, down, cells }: CellMap): Uint32Array => {
  const wide = across + 1
  const sums = new Uint32Array(wide * (down + 1))
  for (let row = 0; row < down; row++) {
    let line = 0
    for (let column = 0; column < across; column++) {
      line += cells[row * across + column] ?? 0
      sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] ?? 0) + line
    }
  }
  return sums
}

/** Marks what lies in an empty window of so many cells, wherever one fits. */
export const whiteWindows = (map: CellMap, width: number, height: number): CellMap => {
  const { across, down } = map
  const [sums, wide] = [sumsOf(map), across + 1]
  const found = emptyMap(map)
  // How far the windows reach that begin at a cell or to its left, as rows that are still to mark.
  const reach = new Int32Array(across)
  for (let row = 0; row < down; row++) {
    for (let column = 0; column + width <= across && row + height <= down; column++) {
      const inside =
        (sums[(row + height) * wide + column + width] ?? 0) -
        (sums[row * wide + column + width] ?? 0) -
        (sums[(row + height) * wide + column] ?? 0) +
        (sums[row * wide + column] ?? 0)
      if (inside === 0) reach.fill(row + height, column, column + width)
    }
    for (let column = 0; column < across; column++)
      if ((reach[column] ?? 0) > row) found.cells[row * across + column] = 1
  }
  return found
}

/** Fills gaps of so many cells at most between marked ones of a row, or of a column, where no wall stands in them. */
export const smeared = (map: CellMap, walls: CellMap, most: number, isDown: boolean): CellMap => {
  const { across, down, cells } = map
  const [lines, length] = isDown ? [across, down] : [down, across]
  const filled = { ...map, cells: cells.slice() }
  for (let line = 0; line < lines; line++) {
    const placeOf = (at: number): number => (isDown ? at * across + line : line * across + at)
    let last = -1
    for (let at = 0; at < length; at++) {
      const place = placeOf(at)
      if (walls.cells[place] === 1) last = -1
      if (cells[place] !== 1) continue
      if (last >= 0 && at - last - 1 <= most) for (let gap = last + 1; gap < at; gap++) filled.cells[placeOf(gap)] = 1
      last = at
    }
  }
  return filled
}
