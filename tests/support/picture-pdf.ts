import { deflateSync } from 'node:zlib'

/** A page that is only a picture: its shades of grey row by row, and its size in points. */
export interface PicturePage {
  readonly grey: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Dots an inch. */
  readonly dpi: number
}

/** A PDF as a scanner makes it: a picture on each page, and no text. */
export const picturePdf = (pages: readonly PicturePage[]): Buffer => {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let length = 0
  const write = (...chunks: readonly (string | Buffer)[]): void => {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk
      parts.push(bytes)
      length += bytes.length
    }
  }
  const object = (...content: readonly (string | Buffer)[]): void => {
    offsets.push(length)
    write(`${offsets.length} 0 obj\n`, ...content, '\nendobj\n')
  }
  write('%PDF-1.4\n')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ')
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  pages.forEach(({ grey, width, height, dpi }, index) => {
    const [own, across, down] = [3 + 3 * index, (width * 72) / dpi, (height * 72) / dpi]
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Contents ${own + 1} 0 R /Resources << /XObject << /P ${own + 2} 0 R >> >> >>`,
    )
    const paint = `q ${across} 0 0 ${down} 0 0 cm /P Do Q`
    object(`<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`)
    const packed = deflateSync(grey, { level: 1 })
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      packed,
      '\nendstream',
    )
  })
  const start = length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  write(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  )
  return Buffer.concat(parts)
}
