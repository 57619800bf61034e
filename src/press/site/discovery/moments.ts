import type { Issue } from '@/bundle/issue'

/** The paper's distance from Greenwich at an instant, `+08:00`; zero if its time zone has no such name. */
const offsetAt = (instant: Date, timeZone: string): string => {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    // Before there were zones, a distance had seconds, which RFC 3339 can't write.
    return /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00'
  } catch (error) {
    if (error instanceof RangeError) return '+00:00'
    throw error
  }
}

/** A day's beginning where the paper appears, as RFC 3339: `2026-11-24T00:00:00+08:00`. */
export const startOfDay = (date: string, timeZone: string): string =>
  `${date}T00:00:00${offsetAt(new Date(`${date}T00:00:00Z`), timeZone)}`

/** A timestamp of a bundle in the one form that feeds allow: with a `T`, and the distance in hours and minutes. */
const strictly = (timestamp: string): string =>
  timestamp
    .replace(' ', 'T')
    .replace(/([+-]\d\d):?(\d\d)?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`)

const isRealDay = (timestamp: string): boolean => {
  const day = timestamp.slice(0, 10)
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day && !Number.isNaN(Date.parse(timestamp))
}

/** When an issue was published, as RFC 3339; if it does not say so, the beginning of its day. */
export const publicationOf = ({ publishedAt, date, paper }: Pick<Issue, 'publishedAt' | 'date' | 'paper'>): string => {
  const stated = publishedAt && strictly(publishedAt)
  return stated && isRealDay(stated) ? stated : startOfDay(date, paper.timeZone)
}

/** The later of two moments, whatever their time zones. */
export const laterOf = (one: string, other: string): string => (Date.parse(other) > Date.parse(one) ? other : one)
