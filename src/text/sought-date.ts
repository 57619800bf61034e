import { isDate } from './dates'
import { parseNumeral, toHalfWidth } from './numerals'

/** A day or a month that a query names; without a year, it means that day or month of every year. */
export interface SoughtDate {
  readonly year?: number
  readonly month: number
  readonly day?: number
}

const numeral = '[0-9〇○◯零一二三四五六七八九十廿卅]+'
const forms: readonly RegExp[] = [
  /^(?<year>[12]\d{3})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/u,
  /^(?<year>[12]\d{3})(?<month>\d{2})(?<day>\d{2})$/u,
  new RegExp(`^(?:(?<year>${numeral})年)?(?<month>${numeral})月(?<day>${numeral})[日号號]?$`, 'u'),
  new RegExp(`^(?<year>${numeral})年(?<month>${numeral})月份?$`, 'u'),
]

/**
 * `2026-11-24`, `20261124`, `2026年11月24日`, `十一月二十四日`, `2026年11月`; undefined if the word is neither a day nor a month.
 */
export const parseSoughtDate = (word: string): SoughtDate | undefined => {
  const groups = forms.map((form) => form.exec(toHalfWidth(word))?.groups).find(Boolean)
  if (!groups) return undefined
  const read = (name: string): number | undefined => {
    const printed = groups[name]
    return printed === undefined ? undefined : parseNumeral(printed)
  }
  const [year, month, day] = [read('year'), read('month'), read('day')]
  if (month === undefined) return undefined
  if (['year', 'day'].some((name) => groups[name] !== undefined && read(name) === undefined)) return undefined
  // If no year is given, check against a leap year, so that 2月29日 is a day.
  const padded = [month, day ?? 1].map((value) => String(value).padStart(2, '0')).join('-')
  if (!isDate(`${String(year ?? 2024).padStart(4, '0')}-${padded}`)) return undefined
  return { ...(year !== undefined && { year }), month, ...(day !== undefined && { day }) }
}

/** First and last day that a date means, `2026-11-24`; undefined if it means one of every year. */
export const daysOfSought = ({
  year,
  month,
  day,
}: SoughtDate): { readonly from: string; readonly to: string } | undefined => {
  if (year === undefined || year < 1000) return undefined
  const dayOf = (number: number): string => [year, month, number].map((part) => String(part).padStart(2, '0')).join('-')
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: dayOf(day ?? 1), to: dayOf(day ?? last) }
}

/** Whether a day, `2026-11-24`, matches the date of the query. */
export const isSoughtDate = (isoDate: string, { year, month, day }: SoughtDate): boolean => {
  const [ofYear, ofMonth, ofDay] = isoDate.split('-').map(Number)
  return (year === undefined || year === ofYear) && month === ofMonth && (day === undefined || day === ofDay)
}
