import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadOf, openingOf, turnedFrom } from '@/reader/page/spread'

const paper = { pageCount: 8, isSpread: true, isRtl: false }

describe('two pages side by side', () => {
  it.each([
    [1, [undefined, 1]],
    [2, [2, 3]],
    [3, [2, 3]],
    [8, [8, undefined]],
  ])('page %i lies open as %j', (no, opening) => expect(openingOf(no, paper)).toEqual(opening))
  it.each([
    [1, [1, undefined]],
    [2, [3, 2]],
    [8, [undefined, 8]],
  ])('in a paper that turns right to left page %i lies open as %j', (no, opening) =>
    expect(openingOf(no, { ...paper, isRtl: true })).toEqual(opening),
  )
  it('is one page where they are not wanted', () => expect(openingOf(3, { ...paper, isSpread: false })).toEqual([3]))
  it('turns by pairs, and by single pages at the first', () => {
    expect([1, 2, 3, 4].map((no) => turnedFrom(no, 1, true))).toEqual([2, 4, 4, 6])
    expect([2, 3, 4].map((no) => turnedFrom(no, -1, true))).toEqual([1, 1, 2])
    expect(turnedFrom(1, -1, true)).toBeLessThan(1)
    expect(turnedFrom(3, 1, false)).toBe(4)
  })
  it('shows every page once on the way through any issue, there and back', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.boolean(), (pageCount, isSpread, isRtl) => {
        const leads: number[] = []
        for (let no = 1; no <= pageCount; no = turnedFrom(no, 1, isSpread)) leads.push(no)
        const shown = leads
          .flatMap((no) => openingOf(no, { pageCount, isSpread, isRtl }))
          .filter((no) => no !== undefined)
        expect(shown.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pageCount }, (_, index) => index + 1))
        const back: number[] = []
        for (let no = leadOf(pageCount, isSpread); no >= 1; no = turnedFrom(no, -1, isSpread)) back.push(no)
        expect(back.reverse()).toEqual(leads)
      }),
    ))
})
