import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumeral, parseNumeral } from '@/text/numerals'

describe('numerals', () => {
  it.each([
    ['7', 7],
    ['０７', 7],
    ['七', 7],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['廿四', 24],
    ['卅一', 31],
    ['貳拾捌', 28],
    ['一九三九', 1939],
    ['二〇二四', 2024],
  ])('reads %s as %i', (printed, value) => expect(parseNumeral(printed)).toBe(value))

  it.each(['', '版', '十十', '七版', '1a', '三十四五', '一廿'])('does not take %j for a number', (printed) =>
    expect(parseNumeral(printed)).toBeUndefined(),
  )

  it('reads back every number that it writes', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (value) => parseNumeral(formatNumeral(value)) === value)))
})
