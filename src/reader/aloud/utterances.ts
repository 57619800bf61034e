/**
 * Chrome's network voices fall silent after about 14 s of one utterance. A voice speaks about four and a half Han
 * characters a second, so this many end well before that even at the slowest speed on offer.
 */
export const longestUtterance = 36

/**
 * Time to speak a character, with a Han character as 1: alphabetic words are faster, each digit is read as several
 * syllables.
 */
const weightOf = (character: string): number => {
  if (/\d/.test(character)) return 1.4
  if (/\p{Script=Han}/u.test(character)) return 1
  return /[\p{L}\s]/u.test(character) ? 0.35 : 0.5
}

/** Time to speak a text, in Han characters. */
export const lengthOf = (spoken: string): number => [...spoken].reduce((sum, character) => sum + weightOf(character), 0)

const pause = /[，、；：。！？,;:!?）】》”’]/u
const isInside = (before: string, after: string): boolean =>
  /[\p{Script=Latin}\d.]/u.test(before) && /[\p{Script=Latin}\d.]/u.test(after)

/**
 * Where to cut so that the first part is no longer than `longest`: at the last pause, else between any two characters.
 */
const cutOf = (characters: readonly string[], longest: number): number => {
  let length = 0
  let atPause = 0
  let anywhere = 0
  for (const [index, character] of characters.entries()) {
    length += weightOf(character)
    const next = characters[index + 1] ?? ''
    if (length > longest && anywhere > 0) break
    if (!isInside(character, next)) anywhere = index + 1
    if (pause.test(character) && !pause.test(next)) atPause = index + 1
  }
  // A cut near the beginning would leave a tiny utterance.
  return atPause > characters.length / 5 || atPause > 8 ? atPause : anywhere
}

/**
 * Splits a sentence into utterances that are short enough; joined, they are the sentence. Words and numbers are never
 * cut.
 */
export const utterancesOf = (spoken: string, longest = longestUtterance): readonly string[] => {
  if (spoken === '') return []
  if (lengthOf(spoken) <= longest) return [spoken]
  const characters = [...spoken]
  const cut = cutOf(characters, longest)
  if (cut <= 0 || cut >= characters.length) return [spoken]
  return [characters.slice(0, cut).join(''), ...utterancesOf(characters.slice(cut).join(''), longest)]
}
