import { charactersOf, sliceStrip, type Strip } from './strip'

/** A letter or digit as it is compared: widths, case, marks and spaces do not count. */
export interface Letter {
  readonly key: string
  /** Where it stands among the strip's characters, end exclusive. */
  readonly start: number
  readonly end: number
}

/** The letters and digits of a text, folded for comparison, each with its place. */
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

/** The folded letters of a text as one string: equal for two texts that differ in marks, widths and spaces only. */
export const foldedOf = (text: string): string =>
  lettersOf(text)
    .map(({ key }) => key)
    .join('')

/** A strip with its characters and letters at hand. */
export interface Reading {
  readonly strip: Strip
  readonly characters: string
  readonly letters: readonly Letter[]
}

export const readingOf = (raw: string, strip: Strip): Reading => {
  const characters = charactersOf(raw, strip)
  return { strip, characters, letters: lettersOf(characters) }
}

/** The letters of a reading from one to another, end exclusive, with the marks after and before them: up to their neighbours. */
export const stripOfLetters = ({ strip, characters, letters }: Reading, from: number, to: number): Strip =>
  sliceStrip(strip, letters[from - 1]?.end ?? 0, letters[to]?.start ?? characters.length)

/** The same without the marks round them. */
export const textOfLetters = ({ characters, letters }: Reading, from: number, to: number): string =>
  from < to ? characters.slice(letters[from]?.start, letters[to - 1]?.end) : ''

/** Runs of letters of this length that two texts share are worth a closer look. */
const seedLength = 12

/** Every run of twelve letters of a text, to find what may repeat it without comparing everything with everything. */
export const seedsOf = (letters: readonly Letter[]): ReadonlySet<string> => {
  const folded = letters.map(({ key }) => key)
  return new Set(
    folded
      .slice(0, Math.max(0, folded.length - seedLength + 1))
      .map((_, at) => folded.slice(at, at + seedLength).join('')),
  )
}

/** Whether two texts share a seed. */
export const sharesSeed = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  for (const seed of few) if (many.has(seed)) return true
  return false
}
