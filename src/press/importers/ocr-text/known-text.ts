import { foldedOf } from './letters'
import { looksLikeTitle } from './passage-kind'

/** Folded text that a piece may be a repeat of: titles and captions, and running text. */
export interface Known {
  readonly titles: readonly string[]
  readonly texts: readonly string[]
}

/** A piece of known text is at least this long; one that is all there is, or goes on after a misreading, this long. */
const shortestTile = 12
const shortestWhole = 6
/** Letters that a misreading may take between two pieces of one text. */
const misreading = 2
const coveredShare = 0.85
const shortestTitle = 4

/** Letters at the head of a text that stand together in a known text; 0 for fewer than the shortest. */
const tileOf = (text: string, shortest: number, known: string): number => {
  let length = shortest
  if (length > text.length || !known.includes(text.slice(0, length))) return 0
  while (length < text.length && known.includes(text.slice(0, length + 1))) length++
  return length
}

/** The longest piece at the head of a text, with what follows it in the same known text after a misread letter or two. */
const pieceOf = (text: string, shortest: number, texts: readonly string[]): number => {
  const lengths = texts.map((known) => {
    let end = tileOf(text, shortest, known)
    for (let skipped = 1; end > 0 && skipped <= misreading; skipped++) {
      const next = tileOf(text.slice(end + skipped), shortestWhole, known)
      if (next === 0) continue
      end += skipped + next
      skipped = 0
    }
    return end
  })
  return Math.max(0, ...lengths)
}

/** The share of a folded text that one or a few long pieces of known text make up. */
export const coveredShareOf = (folded: string, texts: readonly string[]): number => {
  if (folded === '') return 0
  if (texts.some((known) => known.includes(folded))) return 1
  const shortest = folded.length * coveredShare < shortestTile ? shortestWhole : shortestTile
  let [at, covered] = [0, 0]
  while (at < folded.length) {
    const length = pieceOf(folded.slice(at), shortest, texts)
    covered += length
    at += Math.max(1, length)
  }
  return covered / folded.length
}

/** Whether known text makes up nearly all of a folded text. */
export const isCovered = (folded: string, texts: readonly string[]): boolean =>
  coveredShareOf(folded, texts) >= coveredShare

/** Whether running text is known from elsewhere; a known title may be glued before it. */
const isKnownText = (folded: string, { titles, texts }: Known): boolean => {
  const glued = titles.filter((title) => title.length >= shortestTitle && folded.startsWith(title))
  return [folded, ...glued.map((title) => folded.slice(title.length))].some((rest) => isCovered(rest, texts))
}

const isKnownTitle = (folded: string, { titles }: Known): boolean =>
  titles.some((title) => title.includes(folded) && folded.length >= title.length * coveredShare)

/** Whether a piece is known. A title repeats a title only: its words stand in the text below it, too. */
export const isKnown = (text: string, known: Known): boolean => {
  const folded = foldedOf(text)
  return isKnownTitle(folded, known) || (!looksLikeTitle(text) && isKnownText(folded, known))
}

/** Whether text beyond the end of another, or before its beginning, is known; a few letters, only where they would join. */
export const isKnownAtEnd = (text: string, end: 'head' | 'middle' | 'tail', known: Known): boolean => {
  const folded = foldedOf(text)
  if (folded.length >= shortestWhole) return isKnownTitle(folded, known) || isKnownText(folded, known)
  return known.texts.some((one) => (end === 'tail' ? one.startsWith(folded) : one.endsWith(folded)))
}
