/** Other forms of a character that someone who types it also means: 発 and 發 for 发. One character each. */
export type VariantsOf = (character: string) => readonly string[]

export const noVariants: VariantsOf = () => []

/** Punctuation that is typed one way and printed another. */
const marks = ['"“”„＂', "'‘’＇", '-－–—―−‐', '·・•‧･', '~～〜', '.．', ',，、', ':：', '(（', ')）'] as const
const alikeMarks: ReadonlyMap<string, readonly string[]> = new Map(
  marks.flatMap((row) => [...row].map((mark) => [mark, [...row]] as const)),
)

/** ⽇ for 日: radicals that some layout programs write instead of characters. */
const radicalsOf: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>()
  for (let code = 0x2e80; code <= 0x2fd5; code++) {
    const radical = String.fromCharCode(code)
    const character = radical.normalize('NFKC')
    if (character !== radical) found.set(character, [...(found.get(character) ?? []), radical])
  }
  return found
})()

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
 * Every character that counts as the given one, including itself: both widths and cases, radicals that look the same,
 * and simplified and traditional forms.
 */
export const alikeOf = (character: string, variantsOf: VariantsOf = noVariants): readonly string[] => {
  const plain = isOne(character.normalize('NFKC')) ? character.normalize('NFKC') : toHalf(character)
  const forms = [character, plain, plain.toLowerCase(), plain.toUpperCase()].filter(isOne)
  const widths = forms.flatMap((form) => [form, toFull(form), ...(alikeMarks.get(form) ?? [])])
  const variants = forms.flatMap((form) => [form, ...variantsOf(form)])
  return [...new Set([...widths, ...variants, ...variants.flatMap((form) => radicalsOf.get(form) ?? [])])]
}
