import type { ArchiveCount, YearCount } from './archive-search'

/** How many articles of each year have the words, as far as it is known: never fewer than there are. */
export interface YearTally {
  /** Adds a segment's share of a year. */
  readonly add: (year: number, articles: number, isExact: boolean) => void
  /** What was taken for so many articles turned out to be so many. */
  readonly settle: (year: number, taken: number, articles: number) => void
  /** An article turned out not to have the words. */
  readonly reject: (year: number) => void
  /** Everything has been read. */
  readonly finish: () => void
  readonly count: () => ArchiveCount
  readonly years: () => readonly YearCount[]
}

/** @param isExact whether what is added as exact is what the words mean */
export const createYearTally = (isExact: boolean): YearTally => {
  const articlesOf = new Map<number, number>()
  let areExact = isExact
  const change = (year: number, by: number): void => void articlesOf.set(year, (articlesOf.get(year) ?? 0) + by)
  return {
    add: (year, articles, isExactYear) => {
      areExact &&= isExactYear
      change(year, articles)
    },
    settle: (year, taken, articles) => change(year, articles - taken),
    reject: (year) => {
      areExact = false
      change(year, -1)
    },
    finish: () => {
      areExact = true
    },
    count: () => ({ articles: [...articlesOf.values()].reduce((sum, one) => sum + one, 0), isExact: areExact }),
    years: () =>
      [...articlesOf]
        .filter(([, articles]) => articles > 0)
        .sort(([a], [b]) => b - a)
        .map(([year, articles]) => ({ year, articles })),
  }
}
