import { describe, expect, it } from 'vitest'
import { goesOn, pageTextOf, seamEvidence } from '@/press/importers/ocr-text/joins/seam'
import { foldedOf } from '@/press/importers/ocr-text/passages/letters'

const printed = '居民可以免费借阅图书。读者说，免费借阅很方便，书屋开放。'
const page = pageTextOf(foldedOf(printed), printed)
const evidence = (before: string, after: string) => seamEvidence(before, after, page)

describe('a text that begins as no sentence does', () => {
  it.each(['，各街道都有', '。书屋开放', '”他说', '的书屋', '阅。书屋', '天地。书屋'])('%s', (text) =>
    expect(goesOn(text)).toBe(true),
  )
  it.each(['书屋开放', '“书屋开放', '馆员说，书屋', '本报讯'])('is not %s', (text) => expect(goesOn(text)).toBe(false))
})

describe('the evidence at a seam', () => {
  it('is nothing where the characters do not stand together elsewhere', () =>
    expect(evidence('书屋昨天', '夜读角').strength).toBe(0))

  it('is a pair of characters, and more for three', () => {
    expect(evidence('可以借', '阅读角').strength).toBe(1)
    expect(evidence('可以免费借', '阅读角').strength).toBe(3)
  })

  it('is strongest where the second text also begins as no sentence does', () =>
    expect(evidence('可以免费借', '阅。书屋')).toEqual({ strength: 6, isTorn: true, goesOn: true, isAgainst: false }))

  it('tells a torn word from the beginning of one', () => {
    expect(evidence('可以免费', '借阅图书').isTorn).toBe(true)
    expect(evidence('可以免费', '书屋开放').isTorn).toBe(false)
  })

  it.each(['本报讯（记者 张三）', '据悉，', '“昨天，书屋', '张三说，'])('speaks against a second text %s', (after) =>
    expect(evidence('可以免费借', after).isAgainst).toBe(true),
  )
})
