import { formatNumeral, parseNumeral, toHalfWidth } from './numerals'

/**
 * The canonical form of a printed page label: `A04`, `A4` and `Ａ０４` become `A4`; `07`, `七` and `第七版` become `7`; `头版`
 * becomes `1`; `特刊1` stays different from `1`. Two labels name the same page if their canonical forms are equal.
 */
export const canonicalLabel = (printed: string): string => {
  const bare = toHalfWidth(printed)
    .replace(/\s+/g, '')
    .replace(/^[第笫]/, '')
    .replace(/[版坂面页頁]$/, '')
  if (bare === '头' || bare === '頭') return '1'
  const [, prefix = '', number = ''] = /^(.*?)([0-9]+|[〇零一二三四五六七八九十廿卅]+)$/.exec(bare) ?? []
  const value = number ? parseNumeral(number) : undefined
  return value === undefined ? bare.toUpperCase() : `${prefix.toUpperCase()}${value}`
}

export const isSameLabel = (one: string, other: string): boolean => canonicalLabel(one) === canonicalLabel(other)

/** `7` → 第七版, `A04` → 第A04版, as in a jump line. */
export const formatPageLabel = (label: string): string => {
  const canonical = canonicalLabel(label)
  return `第${/^\d+$/.test(canonical) ? formatNumeral(Number(canonical)) : label}版`
}
