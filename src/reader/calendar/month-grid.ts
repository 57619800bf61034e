/** A month of a year, both counted as usual: from 1. */
export interface Month {
  readonly year: number
  readonly month: number
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `2024-05`, the prefix of the dates of its issues. */
export const monthKey = ({ year, month }: Month): string => `${String(year).padStart(4, '0')}-${twoDigits(month)}`

/** The month of a date. */
export const monthOf = (isoDate: string): Month => ({
  year: Number(isoDate.slice(0, 4)),
  month: Number(isoDate.slice(5, 7)),
})

/** The month `steps` months later, or earlier if negative. */
export const monthAfter = ({ year, month }: Month, steps: number): Month => {
  const count = year * 12 + month - 1 + steps
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

/** Negative if `a` is earlier. */
export const compareMonths = (a: Month, b: Month): number => a.year - b.year || a.month - b.month

/** The days of the month in weeks that begin on Monday; undefined for days outside the month. */
export const weeksOf = ({ year, month }: Month): (string | undefined)[][] => {
  const first = new Date(0)
  first.setUTCFullYear(year, month - 1, 1)
  const before = (first.getUTCDay() + 6) % 7
  const last = new Date(first)
  last.setUTCFullYear(year, month, 0)
  const days = last.getUTCDate()
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const day = week * 7 + weekday - before + 1
      return day < 1 || day > days ? undefined : `${monthKey({ year, month })}-${twoDigits(day)}`
    }),
  )
}
