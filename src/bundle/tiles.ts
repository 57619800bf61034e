import * as v from 'valibot'
import { partName, type PartName } from './ids'

/** Pixels of a tile's side: on a phone a dozen of a thousand fill the screen. */
const side = v.pipe(v.number(), v.integer(), v.minValue(256), v.maxValue(4096))
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))

/** A size in pixels, and how it is cut. */
export interface TileGrid {
  readonly width: number
  readonly height: number
  readonly side: number
}

/** How many tiles a level has. */
export const tilesIn = ({ width, height, side: length }: TileGrid): number =>
  Math.ceil(width / length) * Math.ceil(height / length)

/** The whole page at one size, cut into squares; those of the last column and row are what is left. [B20] */
export const tileLevel = v.pipe(
  v.object({
    width: pixels,
    height: pixels,
    side,
    /** Part names, row by row. */
    images: v.pipe(v.array(partName), v.readonly()),
  }),
  v.check((level) => level.images.length === tilesIn(level)),
  v.readonly(),
)
export type TileLevel = v.InferOutput<typeof tileLevel>

/** The tiles of all levels of a rendition. */
export const tilesOf = ({ tiles = [] }: { readonly tiles?: readonly TileLevel[] | undefined }): readonly PartName[] =>
  tiles.flatMap(({ images }) => images)
