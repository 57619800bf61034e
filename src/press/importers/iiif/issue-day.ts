import { isDate, locateDate } from '@/text/dates'
import { readDate } from '../mets-alto/read-date'

/** A day, and the characters that say it. */
export interface FoundDay {
  readonly date: string
  readonly index: number
  readonly length: number
}

const languages = ['en', 'de', 'fr', 'nl', 'it', 'es', 'pt', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'hu', 'ca', 'lb']

const plain = (word: string): string => word.toLowerCase().replace(/\.$/u, '')

/** Names of months → 1 to 12; short ones that mean two months in two languages are left out. */
const months = ((): ReadonlyMap<string, number> => {
  const found = new Map<string, number | undefined>()
  for (const lang of languages)
    for (const form of ['long', 'short'] as const)
      for (let month = 1; month <= 12; month++) {
        const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: form, timeZone: 'UTC' })
        const name = format.formatToParts(Date.UTC(2000, month - 1, 1)).find(({ type }) => type === 'month')?.value
        if (name === undefined || /\d/u.test(name)) continue
        const known = found.get(plain(name))
        found.set(plain(name), found.has(plain(name)) && known !== month ? undefined : month)
      }
  return new Map([...found].flatMap(([name, month]) => (month === undefined ? [] : [[name, month] as const])))
})()

/** Names of the days of the week in the same languages. */
export const weekdayNames: readonly string[] = languages.flatMap((lang) =>
  Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, 0, 2 + day)),
  ),
)

const dayFirst =
  /(?<!\d)(\d{1,2})(?:\.|er|re|st|nd|rd|th|º|°)?\s+(?:de\s+|d['’])?(\p{L}{3,12})\.?,?\s+(?:de[l]?\s+)?([12]\d{3})(?!\d)/giu
const monthFirst = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+([12]\d{3})(?!\d)/giu

const dayOf = (year: string, month: number | undefined, day: string): string | undefined => {
  if (month === undefined) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}

const namedDay = (text: string): FoundDay | undefined => {
  for (const { 0: whole, 1: day = '', 2: month = '', 3: year = '', index } of text.matchAll(dayFirst)) {
    const date = dayOf(year, months.get(plain(month)), day)
    if (date) return { date, index, length: whole.length }
  }
  for (const { 0: whole, 1: month = '', 2: day = '', 3: year = '', index } of text.matchAll(monthFirst)) {
    const date = dayOf(year, months.get(plain(month)), day)
    if (date) return { date, index, length: whole.length }
  }
  return undefined
}

/** `1925-02-16`, `03.06.1900`, `19000603`, as far as they stand by themselves. */
const inDigits = /(?<![\d\p{L}])(?:\d{4}[-/._]?\d{2}[-/._]?\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)/gu

/** Longer texts are no labels. */
const longest = 1000

/** The first day in a label, in any of many languages; undefined if there is none. */
export const locateDay = (label: string): FoundDay | undefined => {
  const text = label.slice(0, longest)
  const printed = locateDate(text) ?? namedDay(text)
  if (printed) return printed
  for (const { 0: whole, index } of text.matchAll(inDigits)) {
    const date = readDate(whole)
    if (date) return { date, index, length: whole.length }
  }
  return undefined
}

const dayMs = 24 * 60 * 60 * 1000

/** The day of a `navDate`, which names a moment: where the label says a day within one of it, the label is right, since moments have time zones. */
export const issueDay = (navDate: string | undefined, label: string | undefined): string | undefined => {
  const told = navDate?.slice(0, 10) ?? ''
  const nav = isDate(told) ? told : undefined
  const printed = label === undefined ? undefined : locateDay(label)?.date
  if (nav === undefined || printed === undefined) return nav ?? printed
  return Math.abs(Date.parse(nav) - Date.parse(printed)) <= dayMs ? printed : nav
}
