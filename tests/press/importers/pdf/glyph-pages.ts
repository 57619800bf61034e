import type { Glyph, PageMarks, Rectangle } from '@/press/importers/pdf/reading/page-marks'

/** A place on a hand-made page, points, and how its text is set. */
export interface Setting {
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Between characters, points. */
  readonly spacing?: number
  readonly isBold?: boolean
}

/** The glyphs of one line whose top left corner is (x, y): each as wide as its size, Latin half as wide. */
export const line = (text: string, { x, y, size = 10, spacing = 0, isBold = false }: Setting): Glyph[] => {
  let left = x
  return [...text].flatMap((character) => {
    const width = /[\u0020-\u024f]/u.test(character) ? size / 2 : size
    const glyph = { text: character, size, isBold, left, right: left + width, top: y, bottom: y + size }
    left += width + spacing
    return character === ' ' ? [] : [glyph]
  })
}

/** The glyphs of a line that runs down. */
export const down = (text: string, { x, y, size = 10 }: Setting): Glyph[] =>
  [...text].flatMap((character, index) => line(character, { x, y: y + index * size, size }))

/** Text set in a column of so many characters, its first line indented by two; leading is 1.5. */
export const column = (text: string, { x, y, size = 10 }: Setting, perLine: number): Glyph[] => {
  const glyphs: Glyph[] = []
  let top = y
  for (const paragraph of text.split('\n')) {
    const characters = [...`　　${paragraph}`]
    for (let at = 0; at < characters.length; at += perLine) {
      const own = characters.slice(at, at + perLine)
      const blanks = own.filter((one) => one === '　').length
      glyphs.push(...line(own.slice(blanks).join(''), { x: x + blanks * size, y: top, size }))
      top += 1.5 * size
    }
  }
  return glyphs
}

export const ruleAcross = (left: number, right: number, y: number): Rectangle => ({
  left,
  right,
  top: y,
  bottom: y + 0.5,
})
export const ruleDown = (x: number, top: number, bottom: number): Rectangle => ({
  left: x,
  right: x + 0.5,
  top,
  bottom,
})

/** A page of 600 × 800 points. */
export const page = (glyphs: readonly Glyph[], marks: Partial<PageMarks> = {}): PageMarks => ({
  width: 600,
  height: 800,
  label: undefined,
  pictures: [],
  rules: [],
  boxes: [],
  ...marks,
  glyphs,
})

/** Han characters of which no two stretches are alike, without marks. */
export const prose = (length: number, from = 0): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 37 + from * 1009) % 18_000))).join('')
