import { formatNumeral, parseNumeral, toHalfWidth } from './numerals'

/**
 * What a printed page label says, however it is printed: `A04`, `A4`, `Ａ０４` are `A4`; `07`, `七`, `第七版` are `7`;
 * `头版` is `1`; `特刊1` stays apart from `1`. Two labels name the same page when this is equal.
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

/** `7` → 第七版, `A04` → 第A04版: a page as a jump line names it. */
export const formatPageLabel = (label: string): string => {
  const canonical = canonicalLabel(label)
  return `第${/^\d+$/.test(canonical) ? formatNumeral(Number(canonical)) : label}版`
}
