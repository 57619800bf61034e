import { alikeOf, noVariants, type VariantsOf } from './alike'
import { parseSoughtDate, type SoughtDate } from './sought-date'

/** One word of a query: a pattern that finds it in a text, and the date it may stand for. */
export interface SearchTerm {
  readonly text: string
  /** Has the `g` flag; its matches never split a surrogate pair. */
  readonly pattern: RegExp
  readonly date?: SoughtDate
}

/** `[from, to)` in a text, UTF-16 code units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Longer queries are cut: nobody types more, and a pasted page is not a query. */
export const longestQuery = 100
const mostTerms = 8

/** Ends a line inside a verse, where a word may run over two lines. Elsewhere a line feed separates words. */
export const verseBreak = '\u2028'

/** What may be printed inside a word: spaces in a title, the end of a line of verse. */
const gap = `[ \\u00a0\\u2000-\\u200b\\u3000${verseBreak}]{0,4}`
/** Letters of scripts that separate words by spaces; no gap is allowed between two of them. */
const isSpaced = (character: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]$/u.test(character)

const escaped = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`
const classOf = (character: string, variantsOf: VariantsOf): string =>
  `[${alikeOf(character, variantsOf).map(escaped).join('')}]`

const patternOf = (word: string, variantsOf: VariantsOf): RegExp => {
  const characters = [...word]
  const source = characters.map((character, index) => {
    const before = characters[index - 1]
    const isApart = before !== undefined && !(isSpaced(before) && isSpaced(character))
    return `${isApart ? gap : ''}${classOf(character, variantsOf)}`
  })
  return new RegExp(source.join(''), 'gu')
}

/** The words of a query, without duplicates; a match must have all of them. Empty if the query has none. */
export const parseQuery = (query: string, variantsOf: VariantsOf = noVariants): SearchTerm[] => {
  const words = query
    .slice(0, longestQuery)
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean)
  return [...new Set(words)].slice(0, mostTerms).map((text) => {
    const date = parseSoughtDate(text)
    return { text, pattern: patternOf(text, variantsOf), ...(date && { date }) }
  })
}

/** Whether the text contains the word. */
export const hasTerm = (text: string, { pattern }: SearchTerm): boolean => text.search(pattern) >= 0

/** Where the words occur in the text, in order; overlapping spans are merged. Finds at most `most` of each word. */
export const findSpans = (text: string, terms: readonly SearchTerm[], most = 1000): Span[] => {
  const found: Span[] = []
  for (const { pattern } of terms) {
    let left = most
    for (const match of text.matchAll(pattern)) {
      found.push({ from: match.index, to: match.index + match[0].length })
      if (--left === 0) break
    }
  }
  const joined: Span[] = []
  for (const span of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const before = joined.at(-1)
    if (before && span.from < before.to)
      joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, span.to) }
    else joined.push(span)
  }
  return joined
}
