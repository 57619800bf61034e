import { alikeOf, noVariants, type VariantsOf } from './alike'
import { withoutUnseen } from './clusters'
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

/** What nobody types: characters without width, and selectors and tones, which belong to the character before them. */
export const unseen = '\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb'
export const selectors = '[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}\\u{1f3fb}-\\u{1f3ff}]{0,4}'
export const spaces = ` \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000${verseBreak}`
/** What may be printed inside a word: spaces in a title, the end of a line of verse. */
const gap = `[${spaces}${unseen}]{0,8}`
/** Between two letters that allow no gap. */
const noGap = `[${unseen}]{0,8}`
/** Between two words of a phrase whose letters allow no gap. */
const wordGap = `[${spaces}${unseen}]{1,8}`
/** Accents, and the parts of a syllable of Hangul: what they stand after is another letter. */
export const combining = '[\\u0300-\\u036f\\u1160-\\u11ff\\u3099\\u309a]'
/** Letters of scripts that separate words by spaces; no gap is allowed between two of them. */
export const isSpaced = (character: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{M}]$/u.test(character)

const escaped = (text: string): string =>
  [...text].map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('')

/** The ways to write a letter apart: ǚ as u, diaeresis and caron, or as ü and caron; none if it is one character only. */
const apart = (letter: string): readonly string[] => {
  const parts = [...letter.normalize('NFD')]
  return parts.slice(1).map(
    (_, index) =>
      parts
        .slice(0, index + 1)
        .join('')
        .normalize('NFC') + parts.slice(index + 1).join(''),
  )
}

const zeros = ['〇', '○', '◯', '零']
const numeral = /^[〇○◯零一二三四五六七八九十百千\d]$/u
/** 零 is also a word; between numerals it is a zero, as a ring is: 二零一八年. */
const formsOf = (characters: readonly string[], index: number, variantsOf: VariantsOf): readonly string[] => {
  const character = characters[index] ?? ''
  const isZero =
    zeros.includes(character) && [characters[index - 1], characters[index + 1]].some((one) => numeral.test(one ?? ''))
  const alike = alikeOf(character, variantsOf)
  return isZero ? [...new Set([...alike, ...zeros])] : alike
}

const sourceOf = (characters: readonly string[], index: number, variantsOf: VariantsOf): string => {
  const forms = formsOf(characters, index, variantsOf)
  const written = [...new Set(forms.flatMap(apart))].map(escaped)
  const one = `[${forms.map(escaped).join('')}]`
  const isAccented = /^\p{M}$/u.test(characters[index + 1] ?? '')
  return `${written.length > 0 ? `(?:${[...written, one].join('|')})` : one}${selectors}${isAccented ? '' : `(?!${combining})`}`
}

const patternOf = (phrase: string, isQuoted: boolean, variantsOf: VariantsOf): RegExp => {
  let isParted = false
  let source = ''
  const characters = [...phrase]
  for (const [index, character] of characters.entries()) {
    if (/\s/u.test(character)) {
      isParted = true
      continue
    }
    const before = characters.slice(0, index).findLast((one) => !/\s/u.test(one))
    if (before !== undefined) source += !(isSpaced(before) && isSpaced(character)) ? gap : isParted ? wordGap : noGap
    source += sourceOf(characters, index, variantsOf)
    isParted = false
  }
  return new RegExp(isQuoted ? `${printedQuote}?${source}${printedQuote}?` : source, 'gu')
}

/** Marks that quote a phrase in a query; on the page they may stand around it or not. */
const quotes: readonly (readonly [opening: string, closing: string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['＂', '＂'],
  ['‘', '’'],
  ["'", "'"],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞'],
  ['«', '»'],
  ['‹', '›'],
]
const printedQuote = '["“”„＂‘’\'「」『』〝〞«»‹›]'

interface Phrase {
  readonly text: string
  readonly isQuoted: boolean
  /** Whether a minus stands before it. */
  readonly isUnwanted: boolean
}

/** A minus alone, or inside a word, is a character like others. */
const minusBefore = /^[-－−](?=[^\s\-－−])/u

/** The words of a query; what stands between quotation marks is one phrase. */
const phrasesOf = (query: string, isMinusKnown: boolean): Phrase[] => {
  const phrases: Phrase[] = []
  let rest = query.trimStart()
  while (rest !== '') {
    const isUnwanted = isMinusKnown && minusBefore.test(rest)
    if (isUnwanted) rest = rest.slice(1)
    const [, closing] = quotes.find(([opening]) => rest.startsWith(opening)) ?? []
    const end = closing === undefined ? -1 : rest.indexOf(closing, 1)
    const quoted = rest.slice(1, Math.max(1, end)).trim()
    const isQuoted = quoted !== '' && /^(?:\s|$)/u.test(rest.slice(end + 1))
    const word = /^\S+/u.exec(rest)?.[0] ?? rest
    phrases.push({ text: isQuoted ? quoted : word, isQuoted, isUnwanted })
    rest = rest.slice(isQuoted ? end + 1 : word.length).trimStart()
  }
  return phrases
}

const typedIn = (query: string): string =>
  withoutUnseen(query.slice(0, longestQuery).replace(/[\p{Cc}\p{Cs}]/gu, ' ')).normalize('NFC')

/** The terms of phrases, each once. */
const termsOf = (all: readonly Phrase[], variantsOf: VariantsOf): SearchTerm[] => {
  const phrases = new Map(all.map((phrase) => [phrase.text, phrase]))
  return [...phrases.values()].slice(0, mostTerms).map(({ text, isQuoted }) => {
    const date = parseSoughtDate(text)
    return { text, pattern: patternOf(text, isQuoted, variantsOf), ...(date && { date }) }
  })
}

/** The words of a query, without duplicates; a match must have all of them. Empty if the query has none. */
export const parseQuery = (query: string, variantsOf: VariantsOf = noVariants): SearchTerm[] =>
  termsOf(phrasesOf(typedIn(query), false), variantsOf)

/** The words of a query: those that an article must have, and those that it must not, which follow a minus: 稻田 -无人机. */
export interface SoughtWords {
  readonly wanted: readonly SearchTerm[]
  readonly unwanted: readonly SearchTerm[]
}

/** The words of a query, wanted and unwanted. What has nothing but unwanted words is sought as it was typed: -18℃. */
export const parseWords = (query: string, variantsOf: VariantsOf = noVariants): SoughtWords => {
  const phrases = phrasesOf(typedIn(query), true)
  const wanted = phrases.filter(({ isUnwanted }) => !isUnwanted)
  if (wanted.length === 0) return { wanted: parseQuery(query, variantsOf), unwanted: [] }
  const unwanted = phrases.filter(({ isUnwanted }) => isUnwanted)
  return { wanted: termsOf(wanted, variantsOf), unwanted: termsOf(unwanted, variantsOf) }
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
