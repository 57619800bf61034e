import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOfSought, isSoughtDate, parseSoughtDate } from '@/text/sought-date'
import { formatDate } from '@/text/dates'

describe('a word that names a day', () => {
  it.each([
    ['2026-11-24', { year: 2026, month: 11, day: 24 }],
    ['2026/1/5', { year: 2026, month: 1, day: 5 }],
    ['2026.11.24', { year: 2026, month: 11, day: 24 }],
    ['20261124', { year: 2026, month: 11, day: 24 }],
    ['２０２６年１１月２４日', { year: 2026, month: 11, day: 24 }],
    ['二〇二六年十一月廿四日', { year: 2026, month: 11, day: 24 }],
    ['二○二六年十一月', { year: 2026, month: 11 }],
    ['二◯二六年一月三○日', { year: 2026, month: 1, day: 30 }],
    ['11月24日', { month: 11, day: 24 }],
    ['11月24', { month: 11, day: 24 }],
    ['十一月二十四号', { month: 11, day: 24 }],
    ['2月29日', { month: 2, day: 29 }],
    ['2026年11月', { year: 2026, month: 11 }],
  ])('%s', (word, date) => expect(parseSoughtDate(word)).toEqual(date))

  it.each([
    '2026',
    '11',
    '2026-13-01',
    '2026-11-31',
    '2026-11/24',
    '13月1日',
    '2026年2月29日',
    '24日',
    '月日',
    '人民日报',
  ])('%s does not', (word) => expect(parseSoughtDate(word)).toBeUndefined())

  it('is recognised in every printed form of a date', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        for (const word of [iso, formatDate(iso), iso.replaceAll('-', '')]) {
          const sought = parseSoughtDate(word)
          expect(sought && isSoughtDate(iso, sought)).toBe(true)
        }
      }),
    )
  })

  it('without a year means that day of every year; a month means all its days', () => {
    expect(isSoughtDate('2025-11-24', { month: 11, day: 24 })).toBe(true)
    expect(isSoughtDate('2025-11-25', { month: 11, day: 24 })).toBe(false)
    expect(isSoughtDate('2025-11-25', { year: 2025, month: 11 })).toBe(true)
    expect(isSoughtDate('2026-11-25', { year: 2025, month: 11 })).toBe(false)
  })

  it.each([
    ['2024年2月', { from: '2024-02-01', to: '2024-02-29' }],
    ['二〇二五年二月', { from: '2025-02-01', to: '2025-02-28' }],
    ['2025年12月', { from: '2025-12-01', to: '2025-12-31' }],
    ['2025-04-30', { from: '2025-04-30', to: '2025-04-30' }],
    ['4月30日', undefined],
    ['五年四月', undefined],
  ])('%s means the days %j', (word, expected) => {
    const date = parseSoughtDate(word)
    expect(date && daysOfSought(date)).toEqual(expected)
  })
})
