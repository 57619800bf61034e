import { describe, expect, it } from 'vitest'
import { lettersOf } from '@/press/importers/ocr-text/passages/letters'
import { alignmentOf } from '@/press/importers/ocr-text/repeats/alignment'

const align = (one: string, other: string) =>
  alignmentOf(lettersOf(one), lettersOf(other)).map(({ inOne, inOther, length }) => [inOne, inOther, length])

const long = '一二三四五六七八九十百千'

describe('the runs that two texts share', () => {
  it('are none without one of twelve letters', () => expect(align(long.slice(1), long.slice(1))).toEqual([]))

  it('are one where the texts are the same', () => expect(align(long, `甲${long}`)).toEqual([[0, 1, 12]]))

  it('stand on both sides of a misreading', () =>
    expect(align(`${long}甲子丑寅卯`, `${long}乙子丑寅卯`)).toEqual([
      [0, 0, 12],
      [13, 13, 4],
    ]))

  it('stand on both sides of lost text', () =>
    expect(align(`${long}甲乙丙丁戊己庚辛子丑寅卯`, `${long}子丑寅卯`)).toEqual([
      [0, 0, 12],
      [20, 12, 4],
    ]))

  it('leave out a short run that is far from the others in both texts', () =>
    expect(align(`${long}甲乙丙丁戊子丑寅卯`, `${long}己庚辛壬癸子丑寅卯`)).toEqual([[0, 0, 12]]))

  it('leave out runs of less than four letters', () =>
    expect(align(`${long}甲子丑寅`, `${long}乙子丑寅`)).toEqual([[0, 0, 12]]))
})
