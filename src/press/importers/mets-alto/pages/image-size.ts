/** Pixels of a picture. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** As many bytes of a file as are enough for most pictures. */
export const headBytes = 1 << 18

const sizeOf = (width: number, height: number): ImageSize | undefined =>
  width > 0 && height > 0 && width < 1_000_000 && height < 1_000_000 ? { width, height } : undefined

const ascii = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))

/** The box `ihdr` in the box `jp2h`; a bare codestream begins with its own sizes. */
const jp2Size = (view: DataView): ImageSize | undefined => {
  if (view.getUint32(0) === 0xff4fff51)
    return sizeOf(view.getUint32(8) - view.getUint32(16), view.getUint32(12) - view.getUint32(20))
  for (let at = 0; at + 8 <= view.byteLength;) {
    const length = view.getUint32(at)
    const name = ascii(view, at + 4)
    if (name === 'ihdr') return sizeOf(view.getUint32(at + 12), view.getUint32(at + 8))
    if (name !== 'jp2h' && length < 8) return undefined
    at += name === 'jp2h' ? 8 : length
  }
  return undefined
}

/** The first frame header; segments before it are passed over by their lengths. */
const jpegSize = (view: DataView): ImageSize | undefined => {
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const mark = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return undefined
    // SOF0 to SOF15, but for the tables DHT, JPG and DAC.
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5))
  }
  return undefined
}

/** The tags 256 and 257 of the first directory, which may stand at the end of the file. */
const tiffSize = (view: DataView): ImageSize | undefined => {
  const isLittle = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, isLittle)
  const count = view.getUint16(directory, isLittle)
  const values = new Map<number, number>()
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + 12 * entry
    const isShort = view.getUint16(at + 2, isLittle) === 3
    values.set(
      view.getUint16(at, isLittle),
      isShort ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle),
    )
  }
  return sizeOf(values.get(256) ?? 0, values.get(257) ?? 0)
}

/** What a picture's own head says; undefined for what is no JPEG 2000, JPEG, PNG or TIFF, or ends before it says so. */
export const imageSize = (bytes: Uint8Array): ImageSize | undefined => {
  if (bytes.length < 30) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = view.getUint32(0)
  try {
    if (mark === 0x89504e47) return sizeOf(view.getUint32(16), view.getUint32(20))
    if (mark >>> 16 === 0xffd8) return jpegSize(view)
    if (mark === 0x49492a00 || mark === 0x4d4d002a) return tiffSize(view)
    return mark === 0x0000000c || mark === 0xff4fff51 ? jp2Size(view) : undefined
  } catch (error) {
    // The bytes end where the sizes should stand.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
