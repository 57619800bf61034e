import { describe, expect, it } from 'vitest'
import { affinityAmong } from '@/press/importers/ocr-text/articles/affinity'

describe('affinity of a title to articles', () => {
  it('is the share of its pairs of characters that an article has', () =>
    expect(affinityAmong(['流动书屋开放', '夜读角'])('流动书屋今天')).toEqual([3 / 5, 0]))

  it('lets a pair that every article has weigh less', () => {
    const [one, other] = affinityAmong(['读书节流动书屋', '读书节夜读角'])('读书节书屋')
    expect(one).toBeGreaterThan(other ?? 1)
    expect(one).toBeCloseTo((0.5 + 0.5 + 1) / (0.5 + 0.5 + 1 + 1))
  })

  it('is 0 for a title without pairs', () => expect(affinityAmong(['书屋'])('书')).toEqual([0]))
})
