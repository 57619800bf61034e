const digits = '〇一二三四五六七八九'
const digitOf: ReadonlyMap<string, number> = new Map([
  ...[...digits].map((character, value) => [character, value] as const),
  ['零', 0],
  ['○', 0],
  ['◯', 0],
  ['两', 2],
  ['兩', 2],
  ['壹', 1],
  ['贰', 2],
  ['貳', 2],
  ['叁', 3],
  ['參', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['陸', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
])
const tensOf: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
])

/** Converts full-width digits and letters to half width. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

/** `三`, `十二`, `廿四`; `一二` is read digit by digit. Numerals with a word for ten are below 100. */
const parseChinese = (text: string): number | undefined => {
  const characters = [...text]
  if (characters.length === 0) return undefined
  if (characters.every((character) => digitOf.has(character)))
    return Number(characters.map((character) => digitOf.get(character)).join(''))
  const tensAt = characters.findIndex((character) => tensOf.has(character))
  const tens = tensOf.get(characters[tensAt] ?? '')
  if (tens === undefined || tensAt > 1 || characters.length > tensAt + 2) return undefined
  const before = tensAt === 0 ? 1 : digitOf.get(characters[0] ?? '')
  const after = characters.length === tensAt + 1 ? 0 : digitOf.get(characters[tensAt + 1] ?? '')
  if (before === undefined || after === undefined || (tens > 10 && tensAt > 0)) return undefined
  return before * tens + after
}

/** A numeral as newspapers print it: `7`, `０７`, `七`, `十二`, `廿四`. */
export const parseNumeral = (text: string): number | undefined => {
  const half = toHalfWidth(text.trim())
  return /^\d{1,9}$/.test(half) ? Number(half) : parseChinese(half)
}

/** 二〇二四 for 2024. */
export const formatDigits = (value: number): string =>
  [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('')

/** 1–99 in Chinese: 七, 十二, 二十. Larger numbers stay in Arabic digits, as papers print them. */
export const formatNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}
