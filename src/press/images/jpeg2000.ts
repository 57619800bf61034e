import { pdfium } from './pdfium'

/** A picture as pixels of four bytes: red, green, blue, opacity. */
export interface RawPicture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

const isCodestream = (bytes: Buffer): boolean => bytes.length > 16 && bytes.readUInt32BE(0) === 0xff4fff51

/** Whether these are the bytes of a JPEG 2000 picture, in a file of its own format or as a bare codestream (ISO/IEC 15444-1). */
export const isJpeg2000 = (bytes: Buffer): boolean =>
  isCodestream(bytes) || (bytes.length > 12 && bytes.subarray(4, 12).equals(Buffer.from('jP  \r\n\x87\n', 'latin1')))

/** Its size in pixels, from its header; undefined if there is none. */
export const sizeOfJpeg2000 = (bytes: Buffer): { readonly width: number; readonly height: number } | undefined => {
  if (isCodestream(bytes)) {
    if (bytes.length < 42) return undefined
    const [right, bottom, left, top] = [8, 12, 16, 20].map((at) => bytes.readUInt32BE(at))
    return size((right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0))
  }
  const header = bytes.subarray(0, 4096).indexOf('ihdr')
  if (header < 0 || header + 12 > bytes.length) return undefined
  return size(bytes.readUInt32BE(header + 8), bytes.readUInt32BE(header + 4))
}
const size = (width: number, height: number) => (width > 0 && height > 0 ? { width, height } : undefined)

/** A file says how its colours are meant; of a codestream only their number is known. */
const colourSpaceOf = (picture: Buffer): string => {
  if (!isCodestream(picture)) return ''
  return picture.readUInt16BE(40) < 3 ? '/ColorSpace/DeviceGray' : '/ColorSpace/DeviceRGB'
}

/** A PDF of one page that shows the picture, pixel for point. */
const pdfOf = (picture: Buffer, width: number, height: number): Buffer => {
  const paint = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`
  const objects: readonly (readonly [dictionary: string, stream?: Buffer])[] = [
    ['/Type/Catalog/Pages 2 0 R'],
    ['/Type/Pages/Kids[3 0 R]/Count 1'],
    [`/Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R`],
    [`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}${colourSpaceOf(picture)}/Filter/JPXDecode`, picture],
    ['', Buffer.from(paint)],
  ]
  const pieces: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  const add = (piece: Buffer): void => {
    pieces.push(piece)
    length += piece.length
  }
  objects.forEach(([dictionary, stream], index) => {
    offsets.push(length)
    const body = stream ? `<<${dictionary}/Length ${stream.length}>>\nstream\n` : `<<${dictionary}>>\n`
    add(Buffer.from(`${index + 1} 0 obj\n${body}`))
    if (stream) {
      add(stream)
      add(Buffer.from('\nendstream\n'))
    }
    add(Buffer.from('endobj\n'))
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

const isBlank = (data: Uint8Array): boolean => {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return false
  return true
}

/**
 * Decodes the picture; undefined if it is damaged. Our picture library can't, but every library of PDF can, since PDF allows such
 * pictures: so it becomes a page of one.
 */
export const decodeJpeg2000 = async (bytes: Buffer): Promise<RawPicture | undefined> => {
  const found = sizeOfJpeg2000(bytes)
  if (!found) return undefined
  const { width, height } = found
  const document = await (await pdfium()).loadDocument(pdfOf(bytes, width, height))
  try {
    const { data } = await document.getPage(0).render({ width, height, render: 'bitmap', transparent: true })
    // A picture that the library can't decode is left out of the page.
    return isBlank(data) ? undefined : { data, width, height }
  } finally {
    document.destroy()
  }
}
