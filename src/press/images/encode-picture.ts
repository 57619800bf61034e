import sharp from 'sharp'
import type { PictureFile } from '../importers/manuscript/manuscript-files'

/** A picture at one width. */
export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** Pixels of a picture after its orientation, or why it can't be read. */
export const measurePicture = async (bytes: Buffer): Promise<PictureFile> => {
  try {
    const { width, height, orientation = 1 } = await sharp(bytes).metadata()
    return orientation > 4 ? { width: height, height: width } : { width, height }
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** Widths that a picture is kept in: of those wished, none larger than it is; a drawing can be of any width. */
const widthsOf = (wished: readonly number[], own: number, isDrawing: boolean): number[] => {
  const possible = isDrawing ? wished : wished.map((width) => Math.min(width, own))
  return [...new Set(possible)].sort((a, b) => a - b)
}

/** The picture as WebP at each of the widths, narrowest first, turned upright. */
export const encodePicture = async (
  bytes: Buffer,
  { widths, quality }: { readonly widths: readonly number[]; readonly quality: number },
): Promise<EncodedPicture[]> => {
  const { format, width, orientation = 1, height } = await sharp(bytes).metadata()
  const isDrawing = format === 'svg'
  const own = orientation > 4 ? height : width
  return Promise.all(
    widthsOf(widths, own, isDrawing).map(async (target) => {
      // A drawing is rasterised at the width it is wanted in: 72 dpi is its own size.
      const source = sharp(bytes, isDrawing ? { density: Math.min(2400, (72 * target) / own) } : {})
      const { data, info } = await source
        .rotate()
        .resize({ width: target, withoutEnlargement: !isDrawing })
        .webp({ quality, effort: 5 })
        .toBuffer({ resolveWithObject: true })
      return { bytes: new Uint8Array(data), width: info.width, height: info.height }
    }),
  )
}
