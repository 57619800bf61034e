import { foldedOf } from '../passages/letters'
import { looksLikeTitle } from '../passages/passage-kind'
import {
  knownShare,
  longestKnownMisreading,
  shortestGluedTitle,
  shortestKnownRun,
  shortestKnownText,
} from './thresholds'

/** Folded text from elsewhere on the page that part of a passage may repeat. */
export interface Known {
  /** Titles and captions. */
  readonly titles: readonly string[]
  /** Running text. */
  readonly texts: readonly string[]
}

/** How many letters at the head of a text stand together in a known text; 0 if fewer than `shortest`. */
const headRunIn = (known: string, text: string, shortest: number): number => {
  let length = shortest
  if (length > text.length || !known.includes(text.slice(0, length))) return 0
  while (length < text.length && known.includes(text.slice(0, length + 1))) length++
  return length
}

/** The same for the best of several known texts. A run may go on after a misread letter or two. */
const longestHeadRun = (text: string, shortest: number, texts: readonly string[]): number => {
  const lengths = texts.map((known) => {
    let end = headRunIn(known, text, shortest)
    for (let skipped = 1; end > 0 && skipped <= longestKnownMisreading; skipped++) {
      const next = headRunIn(known, text.slice(end + skipped), shortestKnownText)
      if (next === 0) continue
      end += skipped + next
      skipped = 0
    }
    return end
  })
  return Math.max(0, ...lengths)
}

/** The share of a folded text, 0 to 1, that consists of long runs from known texts. */
export const knownShareOf = (folded: string, texts: readonly string[]): number => {
  if (folded === '') return 0
  if (texts.some((known) => known.includes(folded))) return 1
  const shortest = folded.length * knownShare < shortestKnownRun ? shortestKnownText : shortestKnownRun
  let [at, covered] = [0, 0]
  while (at < folded.length) {
    const length = longestHeadRun(folded.slice(at), shortest, texts)
    covered += length
    at += Math.max(1, length)
  }
  return covered / folded.length
}

/** Whether nearly all of a folded text consists of known text. */
export const isCovered = (folded: string, texts: readonly string[]): boolean =>
  knownShareOf(folded, texts) >= knownShare

/** Whether running text is known, if need be without a known title that is glued before it. */
const isKnownText = (folded: string, { titles, texts }: Known): boolean => {
  const glued = titles.filter((title) => title.length >= shortestGluedTitle && folded.startsWith(title))
  return [folded, ...glued.map((title) => folded.slice(title.length))].some((rest) => isCovered(rest, texts))
}

const isKnownTitle = (folded: string, { titles }: Known): boolean =>
  titles.some((title) => title.includes(folded) && folded.length >= title.length * knownShare)

/** Whether a text is known. A title must repeat a title, because its words also stand in the article below it. */
export const isKnown = (text: string, known: Known): boolean => {
  const folded = foldedOf(text)
  return isKnownTitle(folded, known) || (!looksLikeTitle(text) && isKnownText(folded, known))
}

/**
 * Whether text beyond one end of an original is known. A few letters stand everywhere, so they count only where they
 * would join: at the beginning of a known text if they follow the original, at the end of one if they precede it.
 */
export const isKnownAtEnd = (text: string, end: 'head' | 'middle' | 'tail', known: Known): boolean => {
  const folded = foldedOf(text)
  if (folded.length >= shortestKnownText) return isKnownTitle(folded, known) || isKnownText(folded, known)
  return known.texts.some((one) => (end === 'tail' ? one.startsWith(folded) : one.endsWith(folded)))
}
