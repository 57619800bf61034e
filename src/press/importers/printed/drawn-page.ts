import { inPrintedLines } from '@/bundle/page-words'
import { boundsOf, outlineOfBox } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import { lineWidthOf } from '@/text/line-setting'
import type { ReadWord } from '../../model/draft'
import { element, type Xml } from '../../xml'
import { jointOf } from '../manuscript/inline-text'
import type { PrintedPage } from './printed-issue'

/** What a drawing shows of an article: its words, or if their places are not known, its outlines with its title. */
export interface DrawnArticle {
  readonly headline: string | undefined
  readonly outlines: readonly Outline[]
  readonly words: readonly ReadWord[]
}

/** Letters are not made narrower than this. */
const leastStretch = 0.75

const rectangle = (x: number, y: number, width: number, height: number, fill: string): Xml =>
  element('rect', { x: String(x), y: String(y), width: String(width), height: String(height), fill })

/** A line of words as one text, as wide as it was printed; undefined if there is nothing to see. */
const drawLine = (words: readonly ReadWord[]): Xml | undefined => {
  const { x, y, width, height } = boundsOf(words.map(({ box }) => outlineOfBox(box)))
  const text = words.map((word) => word.text).reduce((line, word) => line + jointOf(line, word) + word, '')
  if (text.trim() === '' || width < 1 || height < 1) return undefined
  // What is higher than wide runs down, or is turned.
  if (height > 1.6 * width && [...text].length > 1) return rectangle(x, y, width, height, '#999')
  // The box of a line without long letters is low, and that of one ornament high: the size follows the width, too.
  const natural = (size: number): number => (lineWidthOf(text, { weight: 'regular', marks: 'corner' }) * size) / 1000
  const size = Math.round(Math.min(height, Math.max(height / 2, width / natural(leastStretch))))
  const stretch = Math.round((1000 * width) / natural(size)) / 1000
  const transform = `translate(${x} ${Math.round(y + 0.8 * height)}) scale(${stretch} 1)`
  return element('text', { transform, 'font-size': String(size) }, text)
}

const drawArea = ({ headline = '', outlines }: DrawnArticle): Xml[] => {
  const shapes = outlines.map((outline) =>
    element('polygon', { points: outline.join(' '), fill: 'none', stroke: '#bbb', 'stroke-width': '2' }),
  )
  const [first] = outlines
  if (!first || headline === '') return shapes
  const { x, y, width, height } = boundsOf([first])
  const letters = [...headline]
  // As large as lets the title fill a third of the area.
  const size = Math.max(8, Math.min(48, Math.round(Math.sqrt((width * height) / 3 / letters.length))))
  const perLine = Math.max(1, Math.floor((width - size) / size))
  const lines = Array.from({ length: Math.ceil(letters.length / perLine) }, (_, at) => {
    const place = { x: String(Math.round(x + size / 2)), y: String(Math.round(y + size * (1.4 + 1.2 * at))) }
    return element(
      'text',
      { ...place, 'font-size': String(size) },
      letters.slice(at * perLine, (at + 1) * perLine).join(''),
    )
  })
  return [...shapes, ...lines]
}

/**
 * A drawing of a page whose source has no picture: each word at its place, as wide as it was printed. It shows how the page was laid out,
 * not what it looked like.
 */
export const drawPage = ({ width, height }: PrintedPage, articles: readonly DrawnArticle[]): string => {
  const drawn = articles.flatMap((article) =>
    article.words.length > 0 ? inPrintedLines(article.words).map(drawLine) : drawArea(article),
  )
  const size = { width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` }
  const type = { 'font-family': 'Noto Serif CJK SC, Noto Serif SC, serif', fill: '#222' }
  const paper = rectangle(0, 0, width, height, '#fbfaf6')
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...type }, paper, ...drawn).markup}\n`
}
