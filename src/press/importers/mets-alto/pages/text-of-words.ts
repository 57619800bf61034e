import type { PlacedWord } from '../../printed/printed-issue'
import type { SourceWord } from './source-page'

export interface TextOfWords {
  readonly text: string
  readonly words: readonly PlacedWord[]
}

/** Between two of these no space is written. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u
const endsUnspaced = (text: string): boolean =>
  unspaced.test(String.fromCodePoint(text.codePointAt(text.length - 1) ?? 0)) || /[\ud840-\udfff]$/.test(text)
const beginsUnspaced = (text: string): boolean => unspaced.test(String.fromCodePoint(text.codePointAt(0) ?? 0))

/** A hyphen at the end of a half. */
const hyphen = /(?<=.)[-\u00ad\u2010\u2011¬⸗]$/u
const withoutHyphen = (text: string): string => text.replace(hyphen, '')
/** `Nord- und Südseite`: the hyphen stands for a word that follows. */
const goesOnAfterHyphen = new Set('und oder u. u bis wie sowie and or et ou en of & e y o og och eller'.split(' '))

/** The end of the line divides a word here, although the source names no halves. */
const isDivided = (word: SourceWord, next: SourceWord): boolean => {
  if (word.half !== undefined || next.half !== undefined || word.line === next.line) return false
  if (word.hasHyphen === true || /.[\u00ad¬⸗]$/u.test(word.text)) return /^\p{L}/u.test(next.text)
  return /\p{Ll}[-\u2010]$/u.test(word.text) && /^\p{Ll}/u.test(next.text) && !goesOnAfterHyphen.has(next.text)
}

/** Whether `next` is the other half of `word`. */
export const areHalves = (word: SourceWord, next: SourceWord): boolean =>
  word.half === 1 && next.half === 2 && (word.whole ?? next.whole) === (next.whole ?? word.whole)

/** Where the second half begins in the whole word. */
const cutOf = (whole: string, first: string, second: string): number => {
  if (whole.startsWith(first)) return first.length
  if (whole.endsWith(second)) return whole.length - second.length
  return Math.min(first.length, whole.length - 1)
}

const isSpacedBefore = (word: SourceWord, before: SourceWord): boolean =>
  !(word.isGlued === true && word.line === before.line) && !(endsUnspaced(before.text) && beginsUnspaced(word.text))

/** Words as running text: the halves of a divided word are put together, and each half keeps its place. */
export const textOfWords = (words: readonly SourceWord[]): TextOfWords => {
  const pieces: string[] = []
  const placed: PlacedWord[] = []
  let length = 0
  const add = (text: string): void => {
    pieces.push(text)
    length += text.length
  }
  const place = (word: SourceWord, text: string): void => {
    if (text !== '') placed.push({ from: length, length: text.length, box: word.box })
    add(text)
  }
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    const before = words[index - 1]
    if (!word) continue
    if (before && isSpacedBefore(word, before)) add(' ')
    const next = words[index + 1]
    if (next && areHalves(word, next)) {
      const first = withoutHyphen(word.text)
      const whole = word.whole ?? next.whole ?? first + next.text
      const cut = Math.max(0, cutOf(whole, first, next.text))
      place(word, whole.slice(0, cut))
      place(next, whole.slice(cut))
      index++
    } else if (next && isDivided(word, next)) {
      place(word, withoutHyphen(word.text))
      place(next, next.text)
      index++
    } else place(word, word.hasHyphen === true && !hyphen.test(word.text) ? `${word.text}-` : word.text)
  }
  return { text: pieces.join(''), words: placed }
}
