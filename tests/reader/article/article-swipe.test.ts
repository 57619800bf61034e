import { describe, expect, it } from 'vitest'
import { swipeOf, type FingerPath } from '@/reader/article/article-swipe'

const path = (over: Partial<FingerPath>): FingerPath => ({
  fromX: 250,
  fromY: 400,
  toX: 100,
  toY: 410,
  durationMs: 180,
  screenWidth: 390,
  ...over,
})

describe('a finger on an article', () => {
  it.each([
    ['to the left: on to the next', {}, 'left'],
    ['to the right: back to the one before', { toX: 380, fromX: 100 }, 'right'],
    ['a little up and far aside', { toY: 360 }, 'left'],
  ])('turns: %s', (_, over, towards) => expect(swipeOf(path(over))).toBe(towards))

  it.each([
    ['scrolls', { toX: 245, toY: 120 }],
    ['scrolls at a slant', { toX: 150, toY: 300 }],
    ['selects text slowly', { durationMs: 1200 }],
    ['taps', { toX: 252, toY: 401 }],
    ['begins at the left edge, which is the system’s', { fromX: 8, toX: 200 }],
    ['begins at the right edge', { fromX: 385 }],
  ])('turns nothing when it %s', (_, over) => expect(swipeOf(path(over))).toBeUndefined())
})
