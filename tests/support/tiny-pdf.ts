/** A page of a PDF: its size in points, and its content stream. */
export interface TinyPage {
  readonly width?: number
  readonly height?: number
  readonly content: string
  /** In degrees. */
  readonly rotate?: number
}

/** A PDF of some pages with one font, `/F`, Helvetica. `trailer` adds entries to its trailer, as that of an encryption. */
export const tinyPdf = (pages: readonly TinyPage[], trailer = ''): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap(({ width = 600, height = 800, content, rotate = 0 }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${5 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Shows a text at a place, which is counted from the page's lower left corner. */
export const shown = (text: string, x: number, y: number, size = 10): string =>
  `BT /F 1 Tf ${size} 0 0 ${size} ${x} ${y} Tm (${text}) Tj ET\n`
