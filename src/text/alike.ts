/** Other forms of a character that someone who types it also means: 発 and 發 for 发. One character each. */
export type VariantsOf = (character: string) => readonly string[]

export const noVariants: VariantsOf = () => []

/** Signs that are typed one way and printed another; the rings are zeros. */
const marks = [
  '"“”„＂',
  "'‘’＇",
  '-－–—―−‐',
  '·・•‧･',
  '~～〜',
  '.．',
  ',，、',
  ':：',
  '(（',
  ')）',
  '〇○◯',
  'gɡ',
] as const
const alikeMarks: ReadonlyMap<string, readonly string[]> = new Map(
  marks.flatMap((row) => [...row].map((mark) => [mark, [...row]] as const)),
)

/** Radicals, Han characters that Unicode has twice for other standards' sake, and half-width kana. */
const doubles = [
  [0x2e80, 0x2fd5],
  [0xf900, 0xfaff],
  [0xff5f, 0xffee],
  [0x2f800, 0x2fa1f],
] as const

/** ⽇ for 日, U+FA19 for 神: characters that some programs write instead of others. */
const findDoubles = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const [from, to] of doubles)
    for (let code = from; code <= to; code++) {
      const double = String.fromCodePoint(code)
      const character = double.normalize('NFKC')
      if (character !== double) found.set(character, [...(found.get(character) ?? []), double])
    }
  return found
}
/** Made when the first word is looked for: it is some two thousand normalisations, and this file is there with every page. */
let doublesOf: ReadonlyMap<string, readonly string[]> | undefined

const fullWidthShift = 0xfee0

const toHalf = (character: string): string => {
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - fullWidthShift) : character
}
const toFull = (character: string): string => {
  const code = character.charCodeAt(0)
  return code >= 0x21 && code <= 0x7e ? String.fromCharCode(code + fullWidthShift) : character
}
const isOne = (text: string): boolean => [...text].length === 1

/**
 * Every character that counts as the given one, including itself: both widths and cases, doubles that look the same,
 * and simplified and traditional forms.
 */
export const alikeOf = (character: string, variantsOf: VariantsOf = noVariants): readonly string[] => {
  const plain = isOne(character.normalize('NFKC')) ? character.normalize('NFKC') : toHalf(character)
  const forms = [character, plain, plain.toLowerCase(), plain.toUpperCase()].filter(isOne)
  const widths = forms.flatMap((form) => [form, toFull(form), ...(alikeMarks.get(form) ?? [])])
  const variants = forms.flatMap((form) => [form, ...variantsOf(form)])
  const twice = (doublesOf ??= findDoubles())
  return [...new Set([...widths, ...variants, ...variants.flatMap((form) => twice.get(form) ?? [])])]
}
