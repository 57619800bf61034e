import { describe, expect, it } from 'vitest'
import { followScroll } from '@/reader/ui/scroll-direction'

const after = (screenTops: readonly number[], { most = 2000, bar = 90 } = {}) => {
  const follow = followScroll(() => bar)
  return screenTops.map((screenTop) => follow({ screenTop, screenMost: most })).at(-1)
}

describe('what a scroll says of the bars', () => {
  it.each([
    ['a step down', [100, 140], 'away'],
    ['small steps down', [100, 108, 116, 124, 132], 'away'],
    ['a long way down', [100, 1500], 'away'],
  ])('they go by %s', (_, tops, move) => expect(after(tops)).toBe(move))

  it.each([
    ['a step up', [600, 580]],
    ['small steps up', [600, 596, 592, 588, 584]],
    ['the start of the page', [600, 0]],
    ['a place at which there would be a gap above the page', [10, 80]],
    ['the end of the page', [1900, 2000]],
    ['a page that is pulled below its end', [1990, 2030]],
  ])('they return by %s', (_, tops) => expect(after(tops)).toBe('back'))

  it.each([
    ['a trembling finger', [600, 604, 600, 604, 601]],
    ['a small step back', [600, 640, 636]],
    ['a step sideways', [600, 590, 600, 600]],
  ])('they stay as they are by %s', (_, tops) => expect(after(tops)).toBeUndefined())

  it('they stay as they are by a zoom, and go by a step down after it', () => {
    const follow = followScroll(() => 90)
    const moves = [
      [100, 600],
      [700, 2000],
      [740, 2000],
    ].map(([screenTop = 0, screenMost = 0]) => follow({ screenTop, screenMost }))
    expect(moves).toEqual([undefined, undefined, 'away'])
  })
})
