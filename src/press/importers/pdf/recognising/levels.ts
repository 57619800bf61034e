import type { GreyPicture, PixelBox } from './grey-picture'

/** A coarse grid over a picture with a value for each square tile. */
export interface Tiles {
  /** Pixels of a tile's side. */
  readonly side: number
  /** Tiles in a row, and rows. */
  readonly across: number
  readonly down: number
  readonly values: Float32Array
}

/** A value for each tile, from how often each shade is in it. */
export const tilesOf = (
  { data, width, height }: GreyPicture,
  side: number,
  valueOf: (counts: Uint32Array, pixels: number) => number,
): Tiles => {
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)]
  const values = new Float32Array(across * down)
  const counts = new Uint32Array(256)
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      counts.fill(0)
      const [right, bottom] = [Math.min(width, (column + 1) * side), Math.min(height, (row + 1) * side)]
      for (let y = row * side; y < bottom; y++)
        for (let at = y * width + column * side; at < y * width + right; at++) {
          const shade = data[at] ?? 0
          counts[shade] = (counts[shade] ?? 0) + 1
        }
      values[row * across + column] = valueOf(counts, (right - column * side) * (bottom - row * side))
    }
  return { side, across, down, values }
}

/** The shade than which as many of the pixels are not lighter. */
export const shadeAt = (counts: Uint32Array, pixels: number, share: number): number => {
  let sum = 0
  for (let shade = 0; shade < 256; shade++) {
    sum += counts[shade] ?? 0
    if (sum >= share * pixels) return shade
  }
  return 255
}

/** The shade of the paper: that of the lightest tiles, but for a few. */
export const paperOf = ({ values }: Tiles): number => values.toSorted()[Math.floor(values.length * 0.9)] ?? 255

/** The lightest of a tile and those around it: where a tile is full of ink, its neighbours tell the paper. */
export const lightestAround = ({ side, across, down, values }: Tiles): Tiles => {
  const lightest = new Float32Array(values.length)
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      let most = 0
      for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++)
          most = Math.max(most, values[y * across + x] ?? 0)
      lightest[row * across + column] = most
    }
  return { side, across, down, values: lightest }
}

/** The picture with light and dark changed within a box. */
export const invertWithin = ({ data, width }: GreyPicture, { left, top, right, bottom }: PixelBox): void => {
  for (let y = top; y < bottom; y++)
    for (let at = y * width + left; at < y * width + right; at++) data[at] = 255 - (data[at] ?? 0)
}
