import type { GreyPicture, PixelBox } from './grey-picture'
import { lightestAround, shadeAt, tilesOf } from './levels'

/** Where ink is on a picture: 1 for each pixel that has it. */
export interface InkMap {
  readonly ink: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Pixels of the tiles in which the paper's lightness is looked for. */
const tile = 64
/** Ink is darker than this share of the paper around it. */
const darkest = 0.62

/** Tells ink from paper by how light the paper is around it, so that shaded scans and tinted grounds do no harm. */
export const inkMapOf = (picture: GreyPicture): InkMap => {
  const { data, width, height } = picture
  const levels = lightestAround(tilesOf(picture, tile, (counts, pixels) => shadeAt(counts, pixels, 0.85)))
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / tile) * levels.across
    for (let x = 0; x < width; x++) {
      const paper = levels.values[row + Math.floor(x / tile)] ?? 255
      if ((data[y * width + x] ?? 255) < darkest * paper) ink[y * width + x] = 1
    }
  }
  return { ink, width, height }
}

/** Takes the ink within a box away. */
export const eraseWithin = ({ ink, width, height }: InkMap, { left, top, right, bottom }: PixelBox): void => {
  const [from, to] = [Math.max(0, left), Math.min(width, right)]
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) ink.fill(0, y * width + from, y * width + to)
}

/**
 * How high most lines of a page are, from the top of their ink to its bottom, pixels; undefined if there are none. Lines are looked for in
 * narrow strips, most of which lie within one column.
 * @param point pixels of a point
 */
export const lineHeightOf = ({ ink, width, height }: InkMap, point: number): number | undefined => {
  const strip = Math.max(8, Math.round(30 * point))
  const [least, most] = [Math.max(4, 4 * point), 40 * point]
  const weights = new Map<number, number>()
  const step = Math.max(1, Math.round(point / 2))
  for (let left = 0; left + strip <= width; left += strip) {
    let from = -1
    for (let y = 0; y <= height; y++) {
      const isInked = y < height && ink.subarray(y * width + left, y * width + left + strip).includes(1)
      if (isInked && from < 0) from = y
      if (isInked || from < 0) continue
      const high = y - from
      const bin = Math.round(high / step)
      if (high >= least && high <= most) weights.set(bin, (weights.get(bin) ?? 0) + 1)
      from = -1
    }
  }
  let [best, heaviest] = [0, 0]
  for (const bin of weights.keys()) {
    // Lines of one type differ by a pixel or two.
    const weight = (weights.get(bin - 1) ?? 0) + 2 * (weights.get(bin) ?? 0) + (weights.get(bin + 1) ?? 0)
    if (weight > heaviest) [best, heaviest] = [bin, weight]
  }
  return best === 0 ? undefined : best * step
}
