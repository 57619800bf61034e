import type { InkMap } from '@/press/importers/pdf/recognising/ink'
import type { GreyPicture, PixelBox } from '@/press/importers/pdf/recognising/grey-picture'

/** Pixels of a point: 300 dots an inch. */
export const point = 300 / 72

/** A white page with black boxes on it, as large as they are in pixels. */
export const pageOf = (width: number, height: number, boxes: readonly PixelBox[], shade = 0): GreyPicture => {
  const data = new Uint8Array(width * height).fill(255)
  for (const { left, top, right, bottom } of boxes)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      data.fill(shade, y * width + Math.max(0, left), y * width + Math.min(width, right))
  return { data, width, height }
}

export const mapOf = ({ data, width, height }: GreyPicture): InkMap => ({
  ink: Uint8Array.from(data, (shade) => (shade < 128 ? 1 : 0)),
  width,
  height,
})

/** Where a column of text stands, and of how many lines and characters. */
export interface ColumnSpec {
  readonly left: number
  readonly top: number
  readonly lines: number
  readonly characters: number
  /** Pixels. */
  readonly em: number
}

/** The characters of a column as boxes, each with a hole in it as Chinese has: ink all over would be a picture. */
export const columnOf = ({ left, top, lines, characters, em }: ColumnSpec): PixelBox[] =>
  Array.from({ length: lines * characters }, (_, index) => {
    const x = left + (index % characters) * em
    const y = top + Math.floor(index / characters) * Math.round(1.6 * em)
    const [size, stroke] = [Math.round(0.9 * em), Math.max(2, Math.round(0.12 * em))]
    return [
      { left: x, top: y, right: x + size, bottom: y + stroke },
      { left: x, top: y + size - stroke, right: x + size, bottom: y + size },
      { left: x, top: y, right: x + stroke, bottom: y + size },
      { left: x + size - stroke, top: y, right: x + size, bottom: y + size },
    ]
  }).flat()
