import { describe, expect, it } from 'vitest'
import { foldedOf, lettersOf, seedsOf } from '@/press/importers/ocr-text/passages/letters'

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

  it('have as seeds every twelve in a row, whatever marks stand between them', () => {
    const seeds = (text: string) => [...seedsOf(lettersOf(text))]
    expect(seeds('甲一二三四五，六七八九十百千')).toEqual(['甲一二三四五六七八九十百', '一二三四五六七八九十百千'])
    expect(seeds('一二三')).toEqual([])
  })
})
