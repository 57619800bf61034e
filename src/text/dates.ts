import { formatDigits, formatNumeral, parseNumeral } from './numerals'

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

const utcOf = (isoDate: string): Date | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return undefined
  const date = new Date(`${isoDate}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== isoDate ? undefined : date
}

/** Whether the text is a calendar day, `2024-05-25`. */
export const isDate = (isoDate: string): boolean => utcOf(isoDate) !== undefined

/** 星期六 for 2024-05-25; undefined if there is no such day. */
export const weekdayOf = (isoDate: string): string | undefined => {
  const date = utcOf(isoDate)
  return date && `星期${weekdays[date.getUTCDay()]}`
}

const digit = '[0-9０-９〇零一二三四五六七八九十廿卅壹贰貳叁肆伍陆陸柒捌玖拾]'
const numeral = `${digit}+`
const printedDates = [
  // A year begins where its numeral does: tried again from each digit, a long numeral would take for ever.
  new RegExp(
    `(?:(民[国國])\\s*)?(?<!${digit})(${numeral})\\s*年\\s*(${numeral})\\s*月\\s*(${numeral})\\s*[日号號]`,
    'u',
  ),
  /()(?<![\d.\-/])([12]\d{3})([.\-/])(\d{1,2})\3(\d{1,2})(?![\d.\-/])/u,
]

/** A date found in a text, and the characters that express it. */
export interface PrintedDate {
  /** `2024-05-25` */
  readonly date: string
  readonly index: number
  readonly length: number
}

/** The first date in the text: `2024年5月25日`, `二〇二四年五月二十五日`, `中華民國廿八年四月廿七日`, `2024.5.25`. */
export const locateDate = (text: string): PrintedDate | undefined => {
  for (const pattern of printedDates) {
    const found = pattern.exec(text)
    const [whole = '', republic, ...printed] = found ?? []
    const [year, month, day] = printed.filter((part) => !/^[.\-/]$/.test(part)).map(parseNumeral)
    if (!found || year === undefined || month === undefined || day === undefined) continue
    const date = [republic ? year + 1911 : year, month, day]
      .map((value, index) => String(value).padStart(index === 0 ? 4 : 2, '0'))
      .join('-')
    if (isDate(date)) return { date, index: found.index, length: whole.length }
  }
  return undefined
}

/** The first date in the text, as `2024-05-25`. */
export const findDate = (text: string): string | undefined => locateDate(text)?.date

/** 二〇二四年五月二十五日, as printed in vertical lines. */
export const formatDateInChinese = (isoDate: string): string => {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number)
  return `${formatDigits(year)}年${formatNumeral(month)}月${formatNumeral(day)}日`
}

/** 2024年5月25日 */
export const formatDate = (isoDate: string): string => {
  const [year, month, day] = isoDate.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
