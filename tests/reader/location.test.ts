import fc from 'fast-check'
import { createMemoryHistory, createRouter } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { locatorOf } from '@/reader/location/locator-of'
import type { Locator } from '@/reader/location/locator'
import { routeOf } from '@/reader/location/route-of'
import { routes } from '@/reader/routes'

const router = createRouter({ history: createMemoryHistory(), routes: [...routes] })
const read = (path: string) => locatorOf(router.resolve(path))

describe('addresses', () => {
  it.each([
    ['/', { view: 'newest' }],
    ['/2024-05-25', { view: 'page', issue: '2024-05-25', page: 1 }],
    ['/2024-05-25-haiwai/3', { view: 'page', issue: '2024-05-25-haiwai', page: 3 }],
    ['/2024-05-25/3#abc123', { view: 'page', issue: '2024-05-25', page: 3, part: 'abc123' }],
    ['/2024-05-25/3/abc123', { view: 'article', issue: '2024-05-25', page: 3, article: 'abc123' }],
    ['/library', { view: 'library' }],
    ['/settings', { view: 'settings' }],
    ['/search', { view: 'search' }],
    ['/search?q=石桥&in=2024-05-25', { view: 'search', query: '石桥', issue: '2024-05-25' }],
    ['/search?q=a&q=b&in=../x', { view: 'search', query: 'a' }],
    [
      '/2024-05-25/3/abc123?q=石桥&hit=2',
      { view: 'article', issue: '2024-05-25', page: 3, article: 'abc123', sought: { query: '石桥', hit: 2 } },
    ],
    [
      '/2024-05-25/3/abc123?q=石桥&hit=-1',
      { view: 'article', issue: '2024-05-25', page: 3, article: 'abc123', sought: { query: '石桥', hit: 1 } },
    ],
    ['/2024-05-25/3?lit=deck#abc123', { view: 'page', issue: '2024-05-25', page: 3, part: 'abc123', place: 'deck' }],
    ['/2024-05-25/3?lit=<b>', { view: 'page', issue: '2024-05-25', page: 3 }],
    ['/calendar', { view: 'calendar' }],
    ['/calendar/2026', { view: 'calendar', year: 2026 }],
    ['/calendar/2026/1', { view: 'calendar', year: 2026, month: 1 }],
    ['/calendar/2026/01', { view: 'calendar', year: 2026, month: 1 }],
  ])('%s is a place', (path, locator) => expect(read(path)).toEqual(locator))

  it.each([
    '/2024',
    '/2024-05-25/x',
    '/2024-05-25/3/abc/d',
    '/%3Cscript%3E',
    '/data/x',
    '/2024-05-25/3/A%20B',
    '/calendar/26',
    '/calendar/2026/13',
  ])('%s is none', (path) => expect(read(path)).toEqual({ view: 'nowhere' }))

  it('read back every place that they are made of', () => {
    const issue = fc.constantFrom('2024-05-25', '1939-04-27', '2026-11-24-wan')
    const page = fc.integer({ min: 1, max: 512 })
    const id = fc.string({ unit: fc.constantFrom(...'abc019'), minLength: 3, maxLength: 16 })
    const query = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    const sought = fc.record({ query, hit: fc.integer({ min: 1, max: 9999 }) })
    const place = fc.constantFrom('headline' as const, '0-2' as const, '120-124' as const)
    const locator: fc.Arbitrary<Locator> = fc.oneof(
      fc.constant({ view: 'newest' as const }),
      fc.constant({ view: 'library' as const }),
      fc.constant({ view: 'settings' as const }),
      fc.record({ view: fc.constant('calendar' as const), year: fc.integer({ min: 1600, max: 9999 }) }),
      fc.record({
        view: fc.constant('calendar' as const),
        year: fc.integer({ min: 1600, max: 9999 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      fc.record({ view: fc.constant('page' as const), issue, page }),
      fc.record({ view: fc.constant('page' as const), issue, page, part: id }),
      fc.record({ view: fc.constant('page' as const), issue, page, part: id, place }),
      fc.record({ view: fc.constant('article' as const), issue, page, article: id }),
      fc.record({ view: fc.constant('article' as const), issue, page, article: id, sought }),
      fc.record({ view: fc.constant('search' as const), query, issue }),
    )
    fc.assert(
      fc.property(locator, (place) => {
        expect(read(router.resolve(routeOf(place)).fullPath)).toEqual(place)
      }),
    )
  })
})
