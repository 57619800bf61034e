import type { Outline } from '@/bundle/region'
import type { PrintedArticle, PrintedBlock, PrintedPart } from '../printed/printed-issue'
import { isInside } from './change-outlines'
import { titlesAmong, withoutTitles } from './change-titles'
import { titleKeys, type TitleKey } from './corrections-record'
import { plain } from './find-article'

/** What of a text stands inside some outlines, and what is left of it. */
interface Divided {
  readonly taken: PrintedBlock | undefined
  readonly left: PrintedBlock | undefined
}

/** A stretch of a block's text, with the words in it. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly isTaken: boolean
}

/** The stretches of a text from word to word: each character belongs to the word before it, or to the first. */
const stretchesOf = ({ text, words }: PrintedBlock, outlines: readonly Outline[]): Stretch[] => {
  const inOrder = words.toSorted((a, b) => a.from - b.from)
  return inOrder.flatMap(({ from, box }, index) => {
    const start = index === 0 ? 0 : from
    const to = inOrder[index + 1]?.from ?? text.length
    // Two halves of a word that a line's end divides may have one beginning.
    return to > start ? [{ from: start, to, isTaken: isInside(box, outlines) }] : []
  })
}

const blockOf = (
  { text, words, isContinued, ...block }: PrintedBlock,
  stretches: readonly Stretch[],
): PrintedBlock | undefined => {
  if (stretches.length === 0) return undefined
  let made = ''
  const placed = stretches.flatMap(({ from, to }) => {
    const shift = made.length - from
    made += text.slice(from, to)
    return words
      .filter((word) => word.from >= from && word.from < to)
      .map((word) => ({ ...word, from: word.from + shift, length: Math.min(word.length, to - word.from) }))
  })
  const isStart = stretches[0]?.from === 0
  return { ...block, text: made, words: placed, ...(isContinued === true && isStart && { isContinued }) }
}

const divide = (block: PrintedBlock, outlines: readonly Outline[]): Divided => {
  const stretches = stretchesOf(block, outlines)
  if (stretches.length === 0 || stretches.every(({ isTaken }) => !isTaken)) return { taken: undefined, left: block }
  if (stretches.every(({ isTaken }) => isTaken)) return { taken: block, left: undefined }
  return {
    taken: blockOf(
      block,
      stretches.filter(({ isTaken }) => isTaken),
    ),
    left: blockOf(
      block,
      stretches.filter(({ isTaken }) => !isTaken),
    ),
  }
}

/** What was taken from an article: blocks and titles, and the lines of its title block that were printed there. */
export interface TakenWords {
  readonly left: PrintedArticle
  readonly blocks: readonly PrintedBlock[]
  readonly titles: readonly PrintedBlock[]
  readonly lines: ReturnType<typeof titlesAmong>
}

const isText = <Value>(value: Value | undefined): value is Value => value !== undefined

const linesTold = (article: PrintedArticle, titles: readonly PrintedBlock[]): TitleKey[] => {
  const printed = new Set(titles.map(({ text }) => plain(text)))
  return titleKeys.filter((key) => {
    const line = article[key]
    return line !== undefined && printed.has(plain(typeof line === 'string' ? line : line.join('')))
  })
}

/** Takes from an article what stands inside outlines of a page. A title goes only as a whole, with the line that tells it. */
export const takeWords = (article: PrintedArticle, page: number, outlines: readonly Outline[]): TakenWords => {
  const blocks: PrintedBlock[] = []
  const titles: PrintedBlock[] = []
  const isTitleTaken = ({ words }: PrintedBlock): boolean =>
    words.length > 0 && words.every(({ box }) => isInside(box, outlines))
  const parts = article.parts.map((part): PrintedPart => {
    if (part.page !== page) return part
    const divided = part.blocks.map((block) => divide(block, outlines))
    const taken = divided.map((own) => own.taken).filter(isText)
    const gone = part.titles.filter(isTitleTaken)
    blocks.push(...taken)
    titles.push(...gone)
    if (taken.length === 0 && gone.length === 0) return part
    const rest = divided.map((own) => own.left).filter(isText)
    const own = part.titles.filter((title) => !gone.includes(title))
    const isPlaced = [...own, ...rest].some(({ words }) => words.length > 0)
    // What is left has other outlines than before: those of its words.
    return { ...part, blocks: rest, titles: own, outlines: isPlaced ? [] : part.outlines }
  })
  const told = linesTold(article, titles)
  return {
    left: withoutTitles({ ...article, parts }, told),
    blocks,
    titles,
    lines: titlesAmong(article, (key) => told.includes(key)),
  }
}

/** Whether nothing is left of an article. */
export const isEmpty = (article: PrintedArticle): boolean =>
  titleKeys.every((key) => article[key] === undefined) &&
  (article.pictures ?? []).length === 0 &&
  article.parts.every(({ blocks, titles }) => blocks.length + titles.length === 0)
