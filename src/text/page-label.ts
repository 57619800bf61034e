import { formatNumeral, parseNumeral, toHalfWidth } from './numerals'

const number = '[0-9]+|[〇零一二三四五六七八九十廿卅]+'
const doubleLabel = new RegExp(
  `^[第笫]?([^0-9〇零一二三四五六七八九十廿卅]*?)(${number})[-–—－~～至和、,，/／](\\D*?)(${number})[版坂面页頁]?$`,
  'u',
)

/** Where the digits begin with which a text ends; undefined if it ends in something else. */
const endingIn = (digits: string, text: string): number | undefined => {
  let at = text.length
  while (at > 0 && digits.includes(text.charAt(at - 1))) at--
  return at === text.length ? undefined : at
}

/** A longer text is no label. */
const longestLabel = 100

/**
 * The canonical form of a printed page label: `A04`, `A4` and `Ａ０４` become `A4`; `07`, `七` and `第七版` become `7`; `头版`
 * becomes `1`; `特刊1` stays different from `1`. Two labels name the same page if their canonical forms are equal.
 */
export const canonicalLabel = (printed: string): string => {
  if (printed.length > longestLabel) return printed
  const bare = toHalfWidth(printed)
    .replace(/\s+/g, '')
    .replace(/^[第笫]/, '')
    .replace(/[版坂面页頁]$/, '')
  if (bare === '头' || bare === '頭') return '1'
  const at = endingIn('0123456789', bare) ?? endingIn('〇零一二三四五六七八九十廿卅', bare)
  const value = at === undefined ? undefined : parseNumeral(bare.slice(at))
  return value === undefined ? bare.toUpperCase() : `${bare.slice(0, at).toUpperCase()}${value}`
}

/** A double page (通版) names its pages from first to last; more than this is something else. */
const mostPages = 4

/**
 * The pages that a printed label names, in canonical form: `02-03`, `2、3` and `第二、三版` of a double page name 2 and 3, `A12-A13` and
 * `A12-13` name A12 and A13. Any other label names one page.
 */
export const pagesNamedBy = (printed: string): readonly string[] => {
  if (printed.length > longestLabel) return [printed]
  const bare = toHalfWidth(printed).replace(/\s+/g, '')
  const [, prefix = '', from = '', again = '', to = ''] = doubleLabel.exec(bare) ?? []
  const [first, last] = [parseNumeral(from), parseNumeral(to)]
  const isDouble = first !== undefined && last !== undefined && first < last && last < first + mostPages
  if (!isDouble || (again !== '' && again.toUpperCase() !== prefix.toUpperCase())) return [canonicalLabel(printed)]
  return Array.from({ length: last - first + 1 }, (_, index) => `${prefix.toUpperCase()}${first + index}`)
}

/** Whether two labels name the same page, or one of them a double page that the other is half of. */
export const isSameLabel = (one: string, other: string): boolean => {
  const named = pagesNamedBy(other)
  return pagesNamedBy(one).some((label) => named.includes(label))
}

/** `7` → 第七版, `A04` → 第A04版, `02-03` → 第二、三版, as in a jump line. */
export const formatPageLabel = (label: string): string => {
  const named = pagesNamedBy(label)
  const isNumber = named.every((page) => /^\d+$/.test(page))
  return `第${isNumber ? named.map((page) => formatNumeral(Number(page))).join('、') : label}版`
}
