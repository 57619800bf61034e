import { unzipSync } from 'fflate'
import type { Sharp } from 'sharp'
import { tileBox } from '@/bundle/tile-box'
import { tilesIn } from '@/bundle/tiles'
import type { EncodedLevel } from './encoded'

/** A level that is hardly wider than what there is shows nothing more. */
const leastGain = 1.25

/**
 * Widths of a picture's levels, narrowest first: none if its widest whole image shows about as much; else its own, and halves of it, as
 * long as they show more than the image below the widest, which is what lies under tiles on a phone.
 * @param own width of the picture, pixels
 * @param images widths of its whole images, pixels
 */
export const levelWidths = (own: number, images: readonly number[]): number[] => {
  const [widest = 0, under = widest] = [...images].sort((one, other) => other - one)
  return own < widest * leastGain ? [] : halvesOf(own, under * leastGain)
}

/** A width and halves of it that are not below the least, narrowest first. */
const halvesOf = (width: number, least: number): number[] =>
  width < least ? [] : [...halvesOf(Math.round(width / 2), least), width]

/** Cuts a picture into tiles. It is read once from top to bottom, and never as a whole in memory. */
export const encodeLevel = async (picture: Sharp, side: number, quality: number): Promise<EncodedLevel> => {
  const { data, info } = await picture
    .webp({ quality, effort: 4 })
    .tile({ size: side, overlap: 0, depth: 'one', layout: 'dz', container: 'zip', basename: 'level' })
    .toBuffer({ resolveWithObject: true })
  const files = unzipSync(data)
  const { width, height } = info
  const columns = Math.ceil(width / side)
  const tiles = Array.from({ length: tilesIn({ width, height, side }) }, (_, index) => {
    const bytes = files[`level_files/0/${index % columns}_${Math.floor(index / columns)}.webp`]
    if (!bytes) throw new Error(`no tile ${index}`)
    const box = tileBox({ width, height, side }, index)
    return { bytes: new Uint8Array(bytes), width: box.width, height: box.height }
  })
  return { width, height, side, tiles }
}
