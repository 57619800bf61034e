import type { LocationQuery } from 'vue-router'
import type { SearchLimits } from '@/text/search-limits'

/** What narrows a search, as its address says it. */
export interface Narrowing {
  readonly year?: number
  readonly isInTitles?: boolean
  /** Name of the pages. */
  readonly section?: string
}

const longestSection = 100

/** What the address says; what can't be meant counts as nothing. */
export const narrowingIn = ({ year, titles, pages }: LocationQuery): Narrowing => ({
  ...(typeof year === 'string' && /^[1-9]\d{3}$/u.test(year) && { year: Number(year) }),
  ...(titles === '1' && { isInTitles: true }),
  ...(typeof pages === 'string' && pages !== '' && pages.length <= longestSection && { section: pages }),
})

export const queryOfNarrowing = ({ year, isInTitles, section }: Narrowing): Record<string, string> => ({
  ...(year !== undefined && { year: String(year) }),
  ...(isInTitles && { titles: '1' }),
  ...(section !== undefined && { pages: section }),
})

export const limitsOf = ({ year, isInTitles, section }: Narrowing): SearchLimits => ({
  ...(year !== undefined && { from: `${year}-01-01`, to: `${year}-12-31` }),
  ...(isInTitles && { isInTitles }),
  ...(section !== undefined && { section }),
})
