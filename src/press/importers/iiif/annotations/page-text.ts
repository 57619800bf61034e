import type { WordBox } from '../../printed/printed-issue'
import { PageBuilder } from '../../mets-alto/pages/page-builder'
import type { UnscaledPage, WordRange } from '../../mets-alto/pages/source-page'
import { mostFrequent } from '../../mets-alto/mets/describe-mets'
import { boxOnPage, type Size } from '../manifest/place'
import type { AnnotatedText, Granularity } from './text-annotations'

/** A text whose words have no places of their own: what an annotation says of a block, of an article's part, or of the page. */
export interface TextBlock extends WordRange {
  /** Pixels of the page; undefined for the whole page. */
  readonly box: WordBox | undefined
  readonly paragraphs: readonly WordRange[]
  readonly partOf: readonly string[]
}

/** The text of a page, from its annotations. */
export interface AnnotatedPage {
  readonly page: UnscaledPage
  /** Undefined if its words have places. */
  readonly blocks: readonly TextBlock[] | undefined
  /** The one that most texts say they are in. */
  readonly lang: string | undefined
}

interface PlacedText extends AnnotatedText {
  readonly box: WordBox | undefined
}

/** Of a line, its height times the number of its letters to its width: about 2 in Latin letters, 1 in Chinese ones, 4 times that of two lines. */
const lineShape = 6

/** Whether a text without a word about itself is as long as one line in its box, across or down. */
const isLineLike = ({ text, box }: PlacedText): boolean => {
  if (!box || text.includes('\n')) return false
  const [, , width, height] = box
  const letters = [...text].length
  return letters < 4 || Math.min((letters * height) / width, (letters * width) / height) < lineShape
}

/** What the texts are that do not say it: one thing for the whole page. */
const guessed = (texts: readonly PlacedText[]): Granularity => {
  if (texts.every(({ box }) => box === undefined)) return 'page'
  return texts.filter(isLineLike).length >= 0.8 * texts.length ? 'line' : 'block'
}

const lettersIn = (texts: readonly AnnotatedText[]): number => texts.reduce((sum, { text }) => sum + text.length, 0)

/** A page may be told several times, in words, in lines and as a whole: the finest that tells most of it is taken. */
const chosen = (
  texts: readonly PlacedText[],
): { readonly level: Granularity; readonly texts: readonly PlacedText[] } => {
  const unsaid = guessed(texts.filter(({ granularity }) => granularity === undefined))
  const levels = (['word', 'line', 'block', 'page'] as const).map((level) => ({
    level,
    texts: texts.filter(({ granularity = unsaid }) => granularity === level),
  }))
  const most = Math.max(...levels.map((one) => lettersIn(one.texts)))
  return levels.find((one) => lettersIn(one.texts) * 2 > most) ?? { level: 'block', texts }
}

/** A line's words, each as wide as its letters. */
const addLine = (page: PageBuilder, text: string, [x, y, width, height]: WordBox): void => {
  const letters = Math.max(1, text.length)
  const isDown = height > 2 * width && letters > 2
  page.newLine()
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const [from, length] = [index / letters, word.length / letters]
    page.addWord({
      text: word,
      box: isDown ? [x, y + from * height, width, length * height] : [x + from * width, y, length * width, height],
    })
    page.addSpace()
  }
}

/** Whether a word begins another line than the one before it. */
const isNewLine = ([x, y, , height]: WordBox, [beforeX, beforeY, , beforeHeight]: WordBox): boolean =>
  x < beforeX || Math.abs(y + height / 2 - beforeY - beforeHeight / 2) > Math.max(height, beforeHeight) / 2

const addWords = (page: PageBuilder, texts: readonly PlacedText[]): void => {
  let before: WordBox | undefined
  for (const { text, box } of texts) {
    if (!box) continue
    if (!before || isNewLine(box, before)) page.newLine()
    page.addWord({ text: text.replace(/\s+/gu, ' '), box })
    page.addSpace()
    before = box
  }
}

/** Fewer lines are paragraphs, or titles. */
const fewestLines = 4

/**
 * Whether line feeds are the ends of printed lines rather than of paragraphs: lines go on in small letters, or, where letters have no
 * sizes, nearly all are equally long.
 */
const isSetInLines = (lines: readonly string[]): boolean => {
  if (lines.length < fewestLines) return false
  const goOn = lines.slice(1).filter((line) => /^\p{Ll}/u.test(line)).length
  if (goOn >= 0.4 * (lines.length - 1)) return true
  const full = lines.slice(0, -1).map((line) => line.length)
  const middle = [...full].sort((a, b) => a - b)[Math.floor(full.length / 2)] ?? 0
  const alike = full.filter((length) => Math.abs(length - middle) <= 1).length
  // A poem is as even, but its lines end where its sentences do.
  const open = lines.slice(0, -1).filter((line) => /[\p{L}\p{N}]$/u.test(line)).length
  return middle >= 8 && full.length >= 2 * fewestLines && alike >= 0.8 * full.length && open >= 0.6 * full.length
}

/** Paragraphs are single words without a place, each exactly as it is written; lines of print are words to be joined. */
const addBlocks = (page: PageBuilder, texts: readonly PlacedText[]): TextBlock[] =>
  texts.map(({ text, box, partOf }) => {
    const from = page.length
    const lines = text.split('\n')
    const [x, y, width, height] = box ?? [0, 0, 0, 0]
    const paragraphs = (isSetInLines(lines) ? [lines] : lines.map((line) => [line])).map((own): WordRange => {
      const start = page.length
      page.open('TextBlock', undefined, box)
      for (const line of own) {
        page.newLine()
        for (const piece of own.length > 1 ? line.split(' ') : [line]) {
          page.addWord({ text: piece, box: [x + width / 2, y + height / 2, 0, 0] })
          page.addSpace()
        }
      }
      page.close()
      return { from: start, to: page.length }
    })
    return { from, to: page.length, box, paragraphs, partOf }
  })

/** Makes a page of its annotations; undefined if there are none. @param size of the page, pixels */
export const pageOfAnnotations = (
  texts: readonly AnnotatedText[],
  canvas: Size,
  size: Size,
): AnnotatedPage | undefined => {
  if (texts.length === 0) return undefined
  const placed = texts.map((one) => ({ ...one, box: one.area && boxOnPage(one.area, canvas, size)?.box }))
  const { level, texts: told } = chosen(placed)
  const page = new PageBuilder(size)
  let blocks: TextBlock[] | undefined
  if (level === 'word') addWords(page, told)
  else if (level === 'line')
    for (const { text, box } of told) {
      if (box) addLine(page, text.replaceAll('\n', ' '), box)
    }
  else blocks = addBlocks(page, told)
  return { page: page.finish(undefined), blocks, lang: mostFrequent(told.flatMap(({ lang }) => lang ?? [])) }
}
