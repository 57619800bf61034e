import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { issueId, pageLabel, pageNo, paperId } from '@/bundle/ids'
import { mergedGroups, type ResultGroup } from '@/reader/search/result-groups'

const paper = v.parse(paperId, 'sjb')
const page = { no: v.parse(pageNo, 1), label: v.parse(pageLabel, '1') }
const articles = fc.uniqueArray(fc.constantFrom('aaa111', 'bbb222', 'ccc333', 'ddd444'), { minLength: 1 })
const groupOf = (date: string, found: readonly string[], isSaved: boolean): ResultGroup => ({
  paper,
  issue: v.parse(issueId, date),
  date,
  isByDate: false,
  isSaved,
  results: found.map((article) => ({
    article,
    page,
    title: [],
    byline: [],
    excerpt: [],
    isWithdrawn: false,
  })),
})
const days = Array.from({ length: 9 }, (_, index) => `2026-01-0${index + 1}`)
const groups = (isSaved: boolean) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...days), articles), { selector: ([date]) => date })
    .map((all) => all.map(([date, found]) => groupOf(date, found, isSaved)))
const namesIn = (all: readonly ResultGroup[]): string[] =>
  all.flatMap(({ date, results }) => results.map(({ article }) => `${date} ${article}`))

describe('what is found here and in the archive', () => {
  it('is one list, newest first, each article once, what is saved first in its issue', () =>
    fc.assert(
      fc.property(groups(true), groups(false), (here, archived) => {
        const merged = mergedGroups(here, archived)
        const dates = merged.map(({ date }) => date)
        expect(dates).toEqual([...new Set(dates)].sort().reverse())
        expect([...namesIn(merged)].sort()).toEqual([...new Set([...namesIn(here), ...namesIn(archived)])].sort())
        for (const group of here) {
          const own = merged.find(({ date }) => date === group.date)
          expect(own?.isSaved).toBe(true)
          expect(own?.results.slice(0, group.results.length)).toEqual(group.results)
        }
      }),
    ))
})
