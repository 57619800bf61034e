import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, longestUtterance, utterancesOf } from '@/reader/aloud/utterances'

describe('a sentence in pieces', () => {
  it('stays whole where it is short', () => expect(utterancesOf('报纸还是那张报纸。')).toEqual(['报纸还是那张报纸。']))
  it('is nothing where nothing is said', () => expect(utterancesOf('')).toEqual([]))
  it('is cut at its commas', () =>
    expect(utterancesOf('头一回打开，程序压缩以后不大；存好的一期，断网打开也不慢；翻到隔壁一版，更快。', 20)).toEqual([
      '头一回打开，程序压缩以后不大；存好的一期，',
      '断网打开也不慢；翻到隔壁一版，更快。',
    ]))
  it('is cut anywhere but inside a word or a number where it has none', () =>
    expect(utterancesOf('甲乙丙丁2026年WebSpeech戊己', 7)).toEqual(['甲乙丙丁', '2026年', 'WebSpeech戊己']))
  it('leaves a text of letters in longer pieces, which are said as fast', () =>
    expect(utterancesOf('A newspaper of one page is read in a minute, and then again.').length).toBe(1))
  it('loses nothing, and no piece is too long to be said in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙丙丁，。；2a '), maxLength: 200 }), (spoken) => {
        const pieces = utterancesOf(spoken)
        expect(pieces.join('')).toBe(spoken)
        // A run of letters or figures is never cut: the longest of them is what a piece may be longer by.
        const longestRun = Math.max(0, ...(spoken.match(/[\da]+/g) ?? []).map(lengthOf))
        for (const piece of pieces) expect(lengthOf(piece)).toBeLessThanOrEqual(Math.max(longestUtterance, longestRun))
      }),
    )
  })
})
