import { alikeOf, type VariantsOf } from '@/text/alike'
import { combining, spaces, unseen } from '@/text/search-query'

/** Of a text, nobody types it; of tones of skin a search takes any number for none. */
const passedOver = new RegExp(`[${spaces}${unseen}\\u{1f3fb}-\\u{1f3ff}]`, 'u')

const mark = new RegExp(combining, 'u')
/** What is not between them, nearly all text of a paper, is no mark. */
const [firstMark, lastMark] = ['\u0300', '\u309a']

const single = (folded: string, otherwise: string): string => ([...folded].length === 1 ? folded : otherwise)

/** The character without differences of width and case. */
const plainOf = (character: string): string => {
  const plain = single(character.normalize('NFKC'), character)
  const upper = single(plain.toUpperCase(), plain)
  return single(upper.toLowerCase(), upper)
}

/** Between numerals a query's 零 is any zero: `search-query.ts`. */
const zeros: Readonly<Record<string, string>> = { 零: '〇', 〇: '零' }

/**
 * Characters as the index sees them. What counts as the same in a search (`alike.ts`) is no equivalence: 發 and 髮 are both forms
 * of 发, but not of each other. The index takes whole families of forms for one character, so that it misses nothing; the
 * patterns of the search then tell its findings apart.
 */
export interface Folding {
  /**
   * A code point for the character, the same for its whole family; several if it is made of several, as an accented letter is of a
   * letter and an accent; none if a search passes over it.
   */
  readonly fold: (character: string) => readonly number[]
  /** Whether a query with this character means every form in its family, so that what the index counts is what it means. */
  readonly meansFamily: (character: string) => boolean
  /** Whether those who type the character's plain form find it, as they don't find ㊥ by 中, which is in its family. */
  readonly isPlainlyFound: (character: string) => boolean
  /** Whether it makes another letter of the one that it stands after. */
  readonly isMark: (character: string) => boolean
  /** A number that tells tables of forms apart by what they say of Chinese characters. */
  readonly fingerprint: () => number
}

export const createFolding = (variantsOf: VariantsOf): Folding => {
  const families = new Map<string, readonly string[]>()
  const codes = new Map<string, readonly number[]>()
  const found = new Map<string, boolean>()
  const familyOf = (plain: string): readonly string[] => {
    const known = families.get(plain)
    if (known) return known
    const family = new Set([plain])
    // A set's iteration reaches what is added meanwhile.
    for (const one of family) {
      for (const form of alikeOf(one, variantsOf)) family.add(plainOf(form))
      const zero = zeros[one]
      if (zero !== undefined) family.add(zero)
    }
    const members = [...family]
    for (const one of members) families.set(one, members)
    return members
  }
  const codeOf = (part: string): number => Math.min(...familyOf(plainOf(part)).map((one) => one.codePointAt(0) ?? 0))
  const fold = (character: string): readonly number[] => {
    const known = codes.get(character)
    if (known) return known
    // Not the whole text at once: that would put accents into another order than patterns do.
    const parts = [...single(character.normalize('NFKC'), character).normalize('NFD')]
    const own = parts.filter((part) => !passedOver.test(part)).map(codeOf)
    codes.set(character, own)
    return own
  }
  let fingerprint: number | undefined
  return {
    fold,
    meansFamily: (character) => {
      const meant = new Set(alikeOf(character, variantsOf))
      return familyOf(plainOf(character)).every((one) => alikeOf(one, variantsOf).every((form) => meant.has(form)))
    },
    isPlainlyFound: (character) => {
      const known = found.get(character)
      if (known !== undefined) return known
      const isFound = alikeOf(plainOf(character), variantsOf).includes(character)
      found.set(character, isFound)
      return isFound
    },
    isMark: (character) => character >= firstMark && character <= lastMark && mark.test(character),
    fingerprint: () => {
      if (fingerprint === undefined) {
        let sum = 0
        for (let code = 0x4e00; code <= 0x9fa5; code++)
          for (const form of variantsOf(String.fromCharCode(code)))
            sum = (Math.imul(sum ^ code, 0x01000193) + (form.codePointAt(0) ?? 0)) >>> 0
        fingerprint = sum
      }
      return fingerprint
    },
  }
}
