import { describe, expect, it } from 'vitest'
import { foldedOf, lettersOf, seedsOf, sharesSeed } from '@/press/importers/ocr-text/passages/letters'

describe('letters that texts are compared by', () => {
  it.each([
    ['Ａ１，b！', 'a1b'],
    ['“书 香”', '书香'],
    ['——', ''],
    ['㈠', '一'],
  ])('of %s are %s', (text, folded) => expect(foldedOf(text)).toBe(folded))

  it('have the range of the character they come from', () =>
    expect(lettersOf('𠮷，ﬁ')).toEqual([
      { key: '𠮷', start: 0, end: 2 },
      { key: 'f', start: 3, end: 4 },
      { key: 'i', start: 3, end: 4 },
    ]))

  it('share a seed where twelve in a row are the same', () => {
    const seeds = (text: string) => seedsOf(lettersOf(text))
    expect(sharesSeed(seeds('甲一二三四五六七八九十百千'), seeds('一二三四五，六七八九十百千乙'))).toBe(true)
    expect(sharesSeed(seeds('甲一二三四五六七八九十百乙'), seeds('丙一二三四五六七八九十百丁'))).toBe(false)
    expect(sharesSeed(seeds('一'), seeds('一'))).toBe(false)
  })
})
