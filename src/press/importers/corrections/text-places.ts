import type { PrintedArticle, PrintedBlock } from '../printed/printed-issue'

/** A block of an article: its part, and its place in that. */
export interface BlockPlace {
  readonly part: number
  readonly at: number
  readonly block: PrintedBlock
}

export const blocksOf = ({ parts }: PrintedArticle): BlockPlace[] =>
  parts.flatMap(({ blocks }, part) => blocks.map((block, at) => ({ part, at, block })))

/** A text as corrections compare it: one blank where it has any. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

export const beginsWith = ({ text }: PrintedBlock, beginning: string): boolean =>
  oneLine(text).startsWith(oneLine(beginning))

export const isSameText = (one: string, other: string): boolean => oneLine(one) === oneLine(other)

/** Where a text stands in another, `[from, to)`, whatever its blanks and line ends. */
export const rangesOf = (sought: string, text: string): (readonly [number, number])[] => {
  const pieces = oneLine(sought)
    .split(' ')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  if (pieces.join('') === '') return []
  return [...text.matchAll(new RegExp(pieces.join('\\s+'), 'gu'))].map(
    (found) => [found.index, found.index + found[0].length] as const,
  )
}

/** A paragraph: its blocks, of which all but the first go on in the middle of it, on the next page. */
export type ParagraphPlace = readonly [BlockPlace, ...BlockPlace[]]

export const paragraphsIn = (article: PrintedArticle): ParagraphPlace[] =>
  blocksOf(article).reduce<ParagraphPlace[]>((all, place) => {
    const last = all.at(-1)
    if (place.block.isContinued !== true || !last) return [...all, [place]]
    return [...all.slice(0, -1), [...last, place]]
  }, [])

/** A stretch of a block's text with the words that begin in it. */
export const sliceOf = ({ text, words, ...block }: PrintedBlock, from: number, to: number): PrintedBlock => ({
  ...block,
  text: text.slice(from, to),
  words: words
    .filter((word) => word.from >= from && word.from < to)
    .map((word) => ({ ...word, from: word.from - from, length: Math.min(word.length, to - word.from) })),
})

/** The article with other blocks in one of its parts. */
export const withBlocks = (
  article: PrintedArticle,
  part: number,
  change: (blocks: readonly PrintedBlock[]) => readonly PrintedBlock[],
): PrintedArticle => ({
  ...article,
  parts: article.parts.map((own, index) => (index === part ? { ...own, blocks: change(own.blocks) } : own)),
})
