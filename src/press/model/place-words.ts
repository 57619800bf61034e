import { textOf } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import type { PrintedWord } from '@/bundle/page-words'
import type { TextRange } from '@/bundle/region'
import type { ArticleDraft, PageDraft, PagePicture, ReadWords } from './draft'

/** How far ahead of the last word found one is looked for: past what an editor has inserted, and past each word that was not found. */
const reach = { short: 12, long: 60, most: 600 }
/** A shorter word stands everywhere. */
const shortest = 3

const fold = (character: string): string => (/\s/u.test(character) ? '' : character.normalize('NFKC').toLowerCase())

/** A text without blanks and differences that no reader sees, and for each of its units where its character stood. */
const folded = (text: string) => {
  let plain = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of text) {
    const own = fold(character)
    for (let unit = 0; unit < own.length; unit++) {
      from.push(at)
      to.push(at + character.length)
    }
    plain += own
    at += character.length
  }
  return { plain, from, to }
}

/**
 * Finds the words that were read from a page in the text of an article's part there: a title's words are not in it, and an editor may have
 * mended others. Words follow each other in the text; one that is not found is left out.
 * @param range of the part, in the article's text
 */
export const placeWords = (
  blocks: readonly Block[],
  [start, end]: TextRange,
  words: ReadWords['words'],
  page: PagePicture,
): PrintedWord[] => {
  const source = folded(textOf(blocks).slice(start, end))
  const placed: PrintedWord[] = []
  let at = 0
  let missed = 0
  for (const { text, box } of words) {
    const word = folded(text).plain
    if (word === '') continue
    const ahead = Math.min(reach.most, (word.length < shortest ? reach.short : reach.long) + missed)
    const found = source.plain.slice(at, at + ahead + word.length).indexOf(word)
    if (found < 0) {
      missed += word.length
      continue
    }
    missed = 0
    const from = source.from[at + found] ?? 0
    at += found + word.length
    const to = source.to[at - 1] ?? from
    const x = Math.min(box.x, page.width)
    const y = Math.min(box.y, page.height)
    placed.push({
      from: start + from,
      to: start + to,
      box: { x, y, width: Math.min(box.width, page.width - x), height: Math.min(box.height, page.height - y) },
    })
  }
  return placed
}

/** A part of an article on a page. */
interface PartOnPage {
  readonly article: ArticleDraft
  readonly range: TextRange
}

/** So many of a list's words have to be in a text for the list to be of it. */
const enough = 0.5

/**
 * The places of a page's words, part by part. A list of words that names another file than any article of the page is of a part that was
 * joined to an article: of the one with its words.
 */
export const wordsOnPage = (
  { picture, words = [] }: PageDraft,
  parts: readonly PartOnPage[],
): { readonly part: PartOnPage; readonly words: readonly PrintedWord[] }[] => {
  if (!picture) return []
  const fileOf = ({ article }: PartOnPage): string => article.place.file.replace(/\.md$/iu, '')
  const named = new Map(parts.map((part) => [fileOf(part), part]))
  const free = new Set(parts.filter((part) => !words.some(({ article }) => article === fileOf(part))))
  return words.flatMap(({ article, words: printed }) => {
    const candidates = named.has(article) ? [named.get(article)].flatMap((part) => part ?? []) : [...free]
    const found = candidates
      .map((part) => ({ part, words: placeWords(part.article.blocks, part.range, printed, picture) }))
      .filter((one) => named.has(article) || one.words.length >= enough * printed.length)
      .sort((a, b) => b.words.length - a.words.length)[0]
    if (!found || found.words.length === 0) return []
    free.delete(found.part)
    return [found]
  })
}
