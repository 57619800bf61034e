import * as v from 'valibot'
import { decodeShape, parseJson } from './codec'
import { BundleError } from './fault'
import type { Box } from './geometry'
import { articleId } from './ids'
import type { Page } from './issue'
import { limits } from './limits'
import { textRange } from './region'

/** Numbers of each word: code units left out before it, its length, then its box. */
const perWord = 6

const places = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000_000))),
  v.check((numbers) => numbers.length % perWord === 0),
  v.readonly(),
)

/** `words-01.….json`: where the words of a facsimile page are printed. [B19] */
export const pageWords = v.pipe(
  v.object({
    pieces: v.pipe(
      v.array(v.pipe(v.object({ article: articleId, range: textRange, places }), v.readonly())),
      v.readonly(),
    ),
  }),
  v.readonly(),
)
export type PlacedWords = v.InferOutput<typeof pageWords>
export type PieceWords = PlacedWords['pieces'][number]

/** A word of an article's text, and where it is printed, page units. */
export interface PrintedWord {
  readonly from: number
  readonly to: number
  readonly box: Box
}

/** The words of a piece, in the order of the text. */
export const wordsOf = ({ range, places: numbers }: PieceWords): PrintedWord[] => {
  let at = range[0]
  return Array.from({ length: numbers.length / perWord }, (_, index) => {
    const [skipped = 0, length = 0, x = 0, y = 0, width = 0, height = 0] = numbers.slice(
      index * perWord,
      (index + 1) * perWord,
    )
    const from = at + skipped
    at = from + length
    return { from, to: at, box: { x, y, width, height } }
  })
}

const right = ({ x, width }: Box): number => x + width
const bottom = ({ y, height }: Box): number => y + height

/** Whether a word goes on in the line of the word before it. */
const isInLine = (before: Box, box: Box): boolean => {
  const shared = Math.min(bottom(before), bottom(box)) - Math.max(before.y, box.y)
  const follows = box.x >= before.x && box.x - right(before) < 3 * Math.max(before.height, box.height)
  return follows && shared > Math.min(before.height, box.height) / 2
}

/** Words in reading order, in groups that stand in one printed line. */
export const inPrintedLines = <Word extends { readonly box: Box }>(words: readonly Word[]): Word[][] => {
  const lines: Word[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && isInLine(last.box, word.box)) line.push(word)
    else lines.push([word])
  }
  return lines
}

/** The numbers of words that follow each other in a range. */
export const placesOf = (words: readonly PrintedWord[], start: number): number[] => {
  let at = start
  return words.flatMap(({ from, to, box: { x, y, width, height } }) => {
    const numbers = [from - at, to - from, x, y, width, height]
    at = to
    return numbers
  })
}

/**
 * Decodes the words of a page, and verifies that each stands in the text of a region of it, and on the page.
 * @throws BundleError
 */
export const decodePageWords = (bytes: Uint8Array, file: string, { no, renditions: [first] }: Page): PlacedWords => {
  const decoded = decodeShape(pageWords, parseJson(bytes, file, limits.pagePartBytes), file)
  const regions = new Set(first?.regions.map(({ article, range }) => `${article} ${range.join(' ')}`))
  for (const piece of decoded.pieces) {
    const { article, range } = piece
    if (!regions.has(`${article} ${range.join(' ')}`)) throw new BundleError({ kind: 'text-mismatch', file, article })
    for (const { to, box } of wordsOf(piece)) {
      if (to > range[1]) throw new BundleError({ kind: 'text-mismatch', file, article })
      if (box.x + box.width > (first?.width ?? 0) || box.y + box.height > (first?.height ?? 0))
        throw new BundleError({ kind: 'outline-outside-page', article, page: no })
    }
  }
  return decoded
}
