import { seedLength } from './thresholds'

/** A letter or digit, folded for comparison. Width and case do not count; marks and spaces are no letters. */
export interface Letter {
  /** The folded character. */
  readonly key: string
  /** Its range in the text in UTF-16 units, end exclusive. A ligature folds to several letters of one range. */
  readonly start: number
  readonly end: number
}

/** The letters and digits of a text, each with its place. */
export const lettersOf = (text: string): readonly Letter[] => {
  const letters: Letter[] = []
  let start = 0
  for (const character of text) {
    const end = start + character.length
    for (const key of character.normalize('NFKC').toLowerCase())
      if (/[\p{L}\p{N}]/u.test(key)) letters.push({ key, start, end })
    start = end
  }
  return letters
}

/** Letters as one string. */
export const foldLetters = (letters: readonly Letter[]): string => letters.map(({ key }) => key).join('')

/** The folded letters of a text: equal for two texts that differ only in marks, widths and spaces. */
export const foldedOf = (text: string): string => foldLetters(lettersOf(text))

/** Every run of twelve letters in a text. Two texts without a common seed need not be compared. */
export const seedsOf = (letters: readonly Letter[]): ReadonlySet<string> => {
  const starts = letters.slice(0, Math.max(0, letters.length - seedLength + 1))
  return new Set(starts.map((_, at) => foldLetters(letters.slice(at, at + seedLength))))
}
