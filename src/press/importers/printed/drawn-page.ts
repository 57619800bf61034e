import { boundsOf, outlineOfBox } from '@/bundle/geometry'
import { inPrintedLines } from '@/bundle/page-words'
import type { Outline } from '@/bundle/region'
import { lineWidthOf } from '@/text/line-setting'
import { jointOf } from '../manuscript/inline-text'
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

interface DrawnWord {
  readonly text: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Letters are not made narrower than this. */
const leastStretch = 0.75

/** A line of words as one text, as wide as it was printed. */
const drawLine = (words: readonly DrawnWord[]): string => {
  const { x, y, width, height } = boundsOf(words.map(({ box }) => outlineOfBox(box)))
  const text = words.map((word) => word.text).reduce((line, word) => line + jointOf(line, word) + word, '')
  if (text.trim() === '' || width < 1 || height < 1) return ''
  // What is higher than wide runs down, or is turned.
  if (height > 1.6 * width && [...text].length > 1)
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#999"/>\n`
  // The box of a line without long letters is low, and that of one ornament high: the size follows the width, too.
  const natural = (size: number): number => (lineWidthOf(text, { weight: 'regular', marks: 'corner' }) * size) / 1000
  const size = Math.round(Math.min(height, Math.max(height / 2, width / natural(leastStretch))))
  const stretch = Math.round((1000 * width) / natural(size)) / 1000
  return `<text transform="translate(${x} ${Math.round(y + 0.8 * height)}) scale(${stretch} 1)" font-size="${size}">${escaped(text)}</text>\n`
}

const drawWords = (words: readonly WordOnPage[]): string =>
  inPrintedLines(words.map(({ text, box: [x, y, width, height] }) => ({ text, box: { x, y, width, height } })))
    .map(drawLine)
    .join('')

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
  const drawn = articles.map((article) => (article.words.length > 0 ? drawWords(article.words) : drawArea(article)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Serif CJK SC, Noto Serif SC, serif" fill="#222">
<rect width="${width}" height="${height}" fill="#fbfaf6"/>
${drawn.join('')}</svg>
`
}
