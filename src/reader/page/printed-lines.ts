import { leavesOf } from '@/bundle/article-text'
import { boundsOf, outlineOfBox, type Box } from '@/bundle/geometry'
import type { PagePart } from '@/bundle/page-part'
import { inPrintedLines, wordsOf, type PlacedWords, type PrintedWord } from '@/bundle/page-words'
import type { TextPlace } from '../location/locator'
import { rangeOfPlace } from '../ui/place-range'

/** Words that stand in one printed line, as text that can be selected. */
export interface PrintedLine {
  /** Up to the beginning of the next line, so that lines of a paragraph are copied as one text. */
  readonly text: string
  /** Lines of one paragraph have the same. */
  readonly paragraph: string
  readonly box: Box
}

/** The box around words, of which there is at least one. */
export const boundsOfWords = (words: readonly PrintedWord[]): Box => boundsOf(words.map(({ box }) => outlineOfBox(box)))

/** The printed lines of a page by article, in page units. */
export const printedLines = (page: PlacedWords, part: PagePart): ReadonlyMap<string, readonly PrintedLine[]> => {
  const byArticle = new Map<string, PrintedLine[]>()
  for (const words of page.pieces) {
    const { article, range } = words
    const piece = part.pieces.find((one) => one.article === article && one.range[0] === range[0])
    const placed = wordsOf(words)
    let at = 0
    const lines = leavesOf(piece?.blocks ?? [], range[0]).flatMap(({ from, text }, leaf): PrintedLine[] => {
      const own: PrintedWord[] = []
      for (let word = placed[at]; word && word.to <= from + text.length; word = placed[++at])
        if (word.from >= from) own.push(word)
      const groups = inPrintedLines(own)
      return groups.map((line, index) => ({
        text: text.slice(
          (index === 0 ? from : (line[0]?.from ?? from)) - from,
          (groups[index + 1]?.[0]?.from ?? from + text.length) - from,
        ),
        paragraph: `${article} ${range[0]} ${leaf}`,
        box: boundsOfWords(line),
      }))
    })
    byArticle.set(article, [...(byArticle.get(article) ?? []), ...lines])
  }
  return byArticle
}

/** Boxes of the words that show a place of an article's text, a box for each line; page units. */
export const printedHits = (page: PlacedWords, article: string, place: TextPlace): Box[] => {
  const range = rangeOfPlace(place)
  if (!range) return []
  return page.pieces
    .filter((piece) => piece.article === article)
    .flatMap((piece) => inPrintedLines(wordsOf(piece).filter((word) => word.from < range.to && word.to > range.from)))
    .map(boundsOfWords)
}
