import type { CalendarIssue } from './calendar-issues'
import { compareMonths, monthKey, type Month } from './month-grid'

/** What the site lists around a month. */
export interface MonthSurroundings {
  /** Of the month's year, at least. */
  readonly issues: readonly CalendarIssue[]
  /** With issues, newest first. */
  readonly years: readonly number[]
  /** The month of the newest issue. */
  readonly last: Month | undefined
}

/** Whether the calendar goes on before a month. */
export const hasEarlier = (month: Month, years: readonly number[]): boolean => {
  const first = years.at(-1)
  return first !== undefined && compareMonths(month, { year: first, month: 1 }) > 0
}

/** Whether the calendar goes on after a month. */
export const hasLater = (month: Month, last: Month | undefined): boolean =>
  last !== undefined && compareMonths(month, last) < 0

/** A number that differs when the page of a month would. */
export const listRevision = (month: Month, { issues, years, last }: MonthSurroundings): number => {
  const shown = issues
    .filter(({ date }) => date.startsWith(monthKey(month)))
    .map(({ id, date, edition, publishedAt, lunarDate, lead }) => [id, date, edition, publishedAt, lunarDate, lead])
  const text = JSON.stringify([shown, years, hasEarlier(month, years), hasLater(month, last)])
  // FNV-1a, 32 bits: a fingerprint, no proof.
  return [...text].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0,
    2_166_136_261,
  )
}
