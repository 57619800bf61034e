import { describe, expect, it } from 'vitest'
import type { FreeTitle } from '@/press/importers/ocr-text/titles/free-titles'
import { isStranger, matchTitles } from '@/press/importers/ocr-text/titles/match-titles'
import { clippingOf } from '../pages'

/** A title among the paragraphs of article 0, with text below it. */
const free = (changes: Partial<FreeTitle>): FreeTitle => ({
  lines: [],
  block: { headline: clippingOf('书香满城'), deck: [], doubts: [] },
  home: 0,
  isOver: false,
  isOnly: false,
  isBlock: false,
  isFlush: false,
  isFollowed: true,
  affinities: [0, 0],
  nextAffinity: 0,
  ...changes,
})
const match = (freeTitles: readonly FreeTitle[], headless: readonly number[]) => {
  const { articleOf, doubtful } = matchTitles(freeTitles, new Set(headless))
  return { to: freeTitles.map((one) => articleOf.get(one)), doubtful: freeTitles.map((one) => doubtful.has(one)) }
}

describe('titles and articles without one', () => {
  it('go together where they fit, the best first', () =>
    expect(match([free({ affinities: [0, 0.6] }), free({ affinities: [0, 0.9] })], [1]).to).toEqual([undefined, 1]))

  it('do not where they hardly fit, or the article has a headline', () => {
    expect(match([free({ affinities: [0, 0.5] })], [1]).to).toEqual([undefined])
    expect(match([free({ affinities: [0, 0.9] })], []).to).toEqual([undefined])
  })

  it('do not where the title fits its own place better, or stands flush on its text', () => {
    expect(match([free({ affinities: [0.7, 0.6] })], [1]).to).toEqual([undefined])
    expect(match([free({ affinities: [0, 0.6], nextAffinity: 0.7 })], [1]).to).toEqual([undefined])
    expect(match([free({ affinities: [0, 0.9], isFlush: true })], [1]).to).toEqual([undefined])
  })

  it('do for a block in its own article a little sooner', () => {
    expect(match([free({ affinities: [0.5, 0], isBlock: true })], [0]).to).toEqual([0])
    expect(match([free({ affinities: [0, 0.5], isBlock: true })], [1]).to).toEqual([undefined])
  })

  it('go together for want of another choice, and are doubtful then', () => {
    const last = free({ affinities: [0, 0.25], isFollowed: false })
    expect(match([last], [1])).toEqual({ to: [1], doubtful: [true] })
    expect(match([last], [1, 2]).to).toEqual([undefined])
    expect(match([last, free({ affinities: [0, 0.25], isFollowed: false })], [1]).to).toEqual([undefined, undefined])
  })
})

describe('a line over a text', () => {
  it.each([
    ['one of several that shares little with it', { isOnly: false, affinities: [0.2, 0] }, true],
    ['one of several that shares enough', { isOnly: false, affinities: [0.3, 0.9] }, false],
    ['the only one, and fits another well', { isOnly: true, affinities: [0.1, 0.7] }, true],
    ['the only one, and fits no other well', { isOnly: true, affinities: [0.1, 0.6] }, false],
  ])('that is %s', (_, changes, isOne) => expect(isStranger(free({ isOver: true, ...changes }))).toBe(isOne))
})
