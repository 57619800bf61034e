const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const dayOf = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1600 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined
}

/**
 * The day in an identifier, a path or a label: `1900-06-03`, `1900/01/02`, `19000603`, `03.06.1900`, `02/01/1900` (the day first, as all
 * of Europe writes), `13-DEC-1944`. Undefined if there is none.
 */
export const readDate = (text: string): string | undefined => {
  for (const [, year, , month, day] of text.matchAll(/(?<!\d)(\d{4})([-/._]?)(\d{2})\2(\d{2})(?!\d{3})/g)) {
    const found = dayOf(Number(year), Number(month), Number(day))
    if (found) return found
  }
  for (const [, day, month, year] of text.matchAll(/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/g)) {
    const found = dayOf(Number(year), Number(month), Number(day))
    if (found) return found
  }
  const named = /(?<!\d)(\d{1,2})[-\s.]+([a-z]{3})[a-z]*[-\s.,]+(\d{4})(?!\d)/i.exec(text)
  const month = months.indexOf(named?.[2]?.toLowerCase() ?? '') + 1
  return named && month > 0 ? dayOf(Number(named[3]), month, Number(named[1])) : undefined
}
