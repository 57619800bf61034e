import sharp from 'sharp'
import { sourceGlyphs } from '@/press/fonts/source-face'
import type { PicturePage } from './picture-pdf'

/** A line of text on a page: its left end and its baseline, and its type; points. */
export interface DrawnLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A column of text, its first line indented by two characters. */
export const drawnColumn = (text: string, first: Omit<DrawnLine, 'text'>, perLine: number): DrawnLine[] => {
  const characters = [...`　　${text}`]
  return Array.from({ length: Math.ceil(characters.length / perLine) }, (_, index) => {
    const own = characters.slice(index * perLine, (index + 1) * perLine).join('')
    const indent = own.length - own.trimStart().length
    return { ...first, text: own.trimStart(), x: first.x + indent * first.size, y: first.y + index * 1.6 * first.size }
  })
}

/** A page with text that is only a picture of it, in the press's own face. */
export const drawnText = async (
  lines: readonly DrawnLine[],
  { width, height, dpi }: { width: number; height: number; dpi: number },
): Promise<PicturePage> => {
  const glyphs = new Map(
    (await sourceGlyphs(new Set(lines.map(({ text }) => text).join('')), 400)).map((glyph) => [glyph.character, glyph]),
  )
  const paths = lines.flatMap(({ text, x, y, size }) => {
    let at = x
    return [...text].map((character) => {
      const glyph = glyphs.get(character)
      if (!glyph) throw new Error(`the face lacks ${character}`)
      const path = `<path transform="translate(${at} ${y}) scale(${size / 1000} ${-size / 1000})" d="${glyph.path.toPathData(0)}"/>`
      at += (glyph.advance * size) / 1000
      return path
    })
  })
  const [across, down] = [Math.round((width * dpi) / 72), Math.round((height * dpi) / 72)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${paths.join('')}</svg>`
  const grey = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale().raw().toBuffer()
  return { grey, width: across, height: down, dpi }
}
