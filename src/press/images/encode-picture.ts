import sharp, { type Sharp } from 'sharp'
import type { PictureFile } from '../importers/manuscript/manuscript-files'
import type { Reason } from '../findings/chinese/reasons'
import type { Encoded, EncodedLevel } from './encoded'
import { encodeLevel, levelWidths } from './encode-level'
import { decodeJpeg2000, isJpeg2000, sizeOfJpeg2000 } from './jpeg2000'
import { drawPdf, isPdf, sizeOfPdf } from './pdf-page'

/** How a picture is encoded: widths in pixels, and WebP's quality; a picture that is wider still also as tiles of this side. */
export interface Encoding {
  readonly widths: readonly number[]
  readonly quality: number
  readonly tileSide?: number
}

/** Raised when the same encoding gives other bytes than before, so that what was kept of the old is not used. */
export const encoderVersion = 3

/** The format allows this many pixels on a side; the drawing library, the encoder and the decoder of JPEG 2000 have limits of their own. */
const most = { side: 100_000, drawingSide: 32_767, area: 268_402_689, jpeg2000Area: 120_000_000 }

/** Why bytes are no picture that can be read, as far as their beginning tells. */
const reasonOf = (bytes: Buffer): Reason => {
  const start = bytes.subarray(0, 16).toString('latin1')
  if (bytes.length === 0) return 'the file is empty'
  if (/^.{4}ftyp(?:hei|hev|mif|msf)/s.test(start)) return 'it is a HEIC picture, which browsers can’t show'
  if (isPdf(bytes)) return 'the PDF is damaged, encrypted or empty'
  if (start.startsWith('PK')) return 'it is a document or an archive'
  return 'the file is damaged, or no picture'
}

interface Metadata {
  readonly width: number
  readonly height: number
  readonly format: string
  readonly orientation?: number | undefined
}

// Nothing is decoded yet, so a large drawing can be measured, too.
const metadataOf = async (bytes: Buffer): Promise<Metadata | undefined> => {
  if (isJpeg2000(bytes)) {
    const size = sizeOfJpeg2000(bytes)
    return size && { ...size, format: 'jpeg2000' }
  }
  if (isPdf(bytes)) {
    const size = await sizeOfPdf(bytes)
    return size && { ...size, format: 'pdf' }
  }
  return sharp(bytes, { limitInputPixels: false }).metadata()
}

/** The picture for the library that scales and encodes it. Throws if it is damaged. */
export const opened = async (bytes: Buffer): Promise<Sharp> => {
  if (!isJpeg2000(bytes) && !isPdf(bytes)) return sharp(bytes)
  const raw = await (isPdf(bytes) ? drawPdf : decodeJpeg2000)(bytes)
  if (!raw) throw new Error('damaged')
  return sharp(raw.data, { raw: { width: raw.width, height: raw.height, channels: 4 } }).flatten({ background: '#fff' })
}

/** Size of a picture in pixels, with its orientation applied, or why it can't be read. */
export const measurePicture = async (bytes: Buffer): Promise<PictureFile> => {
  // The reason is told from the bytes: what the decoder says is not for editors.
  const found = bytes.length === 0 ? undefined : await metadataOf(bytes).catch(() => undefined)
  if (!found) return { reason: reasonOf(bytes) }
  const { width, height, orientation = 1, format } = found
  const side = format === 'svg' ? most.drawingSide : most.side
  if (Math.max(width, height) > side || (format !== 'svg' && width * height > most.area))
    return { reason: `it has ${width} × ${height} pixels; the most are ${side} on a side, and 268 million in all` }
  if (format === 'jpeg2000' && width * height > most.jpeg2000Area)
    return { reason: `it has ${width} × ${height} pixels; a JPEG 2000 picture may have 120 million` }
  return orientation > 4 ? { width: height, height: width } : { width, height }
}

/** Widths in which a picture is kept: none is larger than the picture itself, unless it is a drawing. */
const widthsOf = (wanted: readonly number[], own: number, isDrawing: boolean): number[] => {
  const possible = isDrawing ? wanted : wanted.map((width) => Math.min(width, own))
  return [...new Set(possible)].sort((a, b) => a - b)
}

/** Encodes a picture as WebP in each of the widths, with its orientation applied; undefined if it is damaged. */
export const encodePicture = (bytes: Buffer, encoding: Encoding): Promise<Encoded | undefined> =>
  // A picture may begin well and break off: only decoding all of it tells.
  encodeWhole(bytes, encoding).catch(() => undefined)

const encodeWhole = async (bytes: Buffer, { widths, quality, tileSide }: Encoding): Promise<Encoded> => {
  const found = await metadataOf(bytes)
  if (!found) throw new Error('damaged')
  const { format, width, orientation = 1, height } = found
  const isDrawing = format === 'svg'
  const own = orientation > 4 ? height : width
  const still = isDrawing ? undefined : await opened(bytes)
  const images = await Promise.all(
    widthsOf(widths, own, isDrawing).map(async (target) => {
      // A drawing is rasterised at the target width: 72 dpi is its natural size.
      const source = still?.clone() ?? sharp(bytes, { density: Math.max(1, Math.min(2400, (72 * target) / own)) })
      const { data, info } = await source
        .rotate()
        .resize({ width: target, withoutEnlargement: !isDrawing })
        .webp({ quality, effort: 5 })
        .toBuffer({ resolveWithObject: true })
      return { bytes: new Uint8Array(data), width: info.width, height: info.height }
    }),
  )
  const levels: EncodedLevel[] = []
  // One after the other: of a large scan each takes much memory.
  if (still && tileSide)
    for (const target of levelWidths(own, widths))
      levels.push(await encodeLevel(still.clone().rotate().resize({ width: target }), tileSide, quality))
  return { images, levels }
}
