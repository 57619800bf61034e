import { boundsOf } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import type { WordOnPage } from './page-words'
import type { PrintedPage } from './printed-issue'

/** What a drawing shows of an article: its words, or if their places are not known, its outlines with its title. */
export interface DrawnArticle {
  readonly headline: string | undefined
  readonly outlines: readonly Outline[]
  readonly words: readonly WordOnPage[]
}

const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Co}\ufffe\uffff]/gu, '').replace(/[&<>"]/gu, (mark) => `&#${mark.codePointAt(0) ?? 0};`)

const drawWord = ({ text, box: [x, y, width, height] }: WordOnPage): string => {
  const shown = escaped(text)
  if (shown.trim() === '' || width < 1 || height < 1) return ''
  // A word that is higher than wide runs down, or is turned.
  if (height > 1.6 * width && [...text].length > 1)
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#999"/>\n`
  return `<text x="${x}" y="${Math.round(y + 0.8 * height)}" font-size="${height}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${shown}</text>\n`
}

const drawArea = ({ headline = '', outlines }: DrawnArticle): string => {
  const shapes = outlines.map(
    (outline) => `<polygon points="${outline.join(' ')}" fill="none" stroke="#bbb" stroke-width="2"/>\n`,
  )
  const [first] = outlines
  if (!first || headline === '') return shapes.join('')
  const { x, y, width, height } = boundsOf([first])
  const letters = [...headline]
  // As large as lets the title fill a third of the area.
  const size = Math.max(8, Math.min(48, Math.round(Math.sqrt((width * height) / 3 / letters.length))))
  const perLine = Math.max(1, Math.floor((width - size) / size))
  const texts = Array.from({ length: Math.ceil(letters.length / perLine) }, (_, at) => {
    const line = letters.slice(at * perLine, (at + 1) * perLine).join('')
    return `<text x="${Math.round(x + size / 2)}" y="${Math.round(y + size * (1.4 + 1.2 * at))}" font-size="${size}">${escaped(line)}</text>\n`
  })
  return [...shapes, ...texts].join('')
}

/**
 * A drawing of a page whose source has no picture: each word at its place, as wide as it was printed. It shows how the page was laid out,
 * not what it looked like.
 */
export const drawPage = ({ width, height }: PrintedPage, articles: readonly DrawnArticle[]): string => {
  const drawn = articles.map((article) =>
    article.words.length > 0 ? article.words.map(drawWord).join('') : drawArea(article),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Serif CJK SC, Noto Serif SC, serif" fill="#222">
<rect width="${width}" height="${height}" fill="#fbfaf6"/>
${drawn.join('')}</svg>
`
}
