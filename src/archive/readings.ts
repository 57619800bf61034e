import { daysOfSought } from '@/text/sought-date'
import { isWithinDays, type SearchLimits } from '@/text/search-limits'
import type { SearchTerm, SoughtWords } from '@/text/search-query'

/** One way to understand a query: words, and the days of the issues in which they are sought. */
export interface Reading extends SoughtWords {
  readonly limits: SearchLimits
}

/** The limits within these days; undefined if there are none. */
const narrowed = (
  limits: SearchLimits,
  days: { readonly from: string; readonly to: string },
): SearchLimits | undefined => {
  const from = limits.from !== undefined && limits.from > days.from ? limits.from : days.from
  const to = limits.to !== undefined && limits.to < days.to ? limits.to : days.to
  return isWithinDays(from, { to }) ? { ...limits, from, to } : undefined
}

const daysOf = ({ date }: SearchTerm): { from: string; to: string } | undefined => date && daysOfSought(date)

/**
 * The ways to understand a query. A day or month beside other words, 2017年5月 大桥, may be what an article says, and may say of
 * which days the issues are.
 */
export const readingsOf = (words: SoughtWords, limits: SearchLimits): readonly Reading[] => {
  const asText = { ...words, limits }
  const dated = words.wanted.find(daysOf)
  const days = dated && daysOf(dated)
  const others = words.wanted.filter((word) => word !== dated)
  const ofDays = days && others.length > 0 ? narrowed(limits, days) : undefined
  return ofDays ? [asText, { ...words, wanted: others, limits: ofDays }] : [asText]
}
