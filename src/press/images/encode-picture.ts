import sharp from 'sharp'
import type { PictureFile } from '../importers/manuscript/manuscript-files'

/** A picture at one width. */
export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** How a picture is encoded: widths in pixels, and WebP's quality. */
export interface Encoding {
  readonly widths: readonly number[]
  readonly quality: number
}

/** Raised when the same encoding gives other bytes than before, so that what was kept of the old is not used. */
export const encoderVersion = 1

/** Size of a picture in pixels, with its orientation applied, or why it can't be read. */
export const measurePicture = async (bytes: Buffer): Promise<PictureFile> => {
  try {
    const { width, height, orientation = 1 } = await sharp(bytes).metadata()
    return orientation > 4 ? { width: height, height: width } : { width, height }
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** Widths in which a picture is kept: none is larger than the picture itself, unless it is a drawing. */
const widthsOf = (wanted: readonly number[], own: number, isDrawing: boolean): number[] => {
  const possible = isDrawing ? wanted : wanted.map((width) => Math.min(width, own))
  return [...new Set(possible)].sort((a, b) => a - b)
}

/** Encodes a picture as WebP in each of the widths, narrowest first, with its orientation applied. */
export const encodePicture = async (bytes: Buffer, { widths, quality }: Encoding): Promise<EncodedPicture[]> => {
  const { format, width, orientation = 1, height } = await sharp(bytes).metadata()
  const isDrawing = format === 'svg'
  const own = orientation > 4 ? height : width
  return Promise.all(
    widthsOf(widths, own, isDrawing).map(async (target) => {
      // A drawing is rasterised at the target width: 72 dpi is its natural size.
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
