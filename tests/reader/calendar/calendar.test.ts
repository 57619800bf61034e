import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { issueId } from '@/bundle/ids'
import { decodeIssue, encode } from '@/bundle/codec'
import { lunarDateOf } from '@/press/model/lunar-date'
import { calendarIssueOf, issuesByDate } from '@/reader/calendar/calendar-issues'
import { lunarDayOf } from '@/reader/calendar/lunar-day'
import { compareMonths, monthAfter, monthKey, monthOf, weeksOf } from '@/reader/calendar/month-grid'
import { smallIssue } from '../../support/small-issue'

const month = fc.record({ year: fc.integer({ min: 1600, max: 9990 }), month: fc.integer({ min: 1, max: 12 }) })

describe('a month of the calendar', () => {
  it('begins its weeks on Monday', () => {
    const weeks = weeksOf({ year: 2026, month: 11 })
    expect(weeks).toHaveLength(6)
    expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
    expect(weeks[5]?.[0]).toBe('2026-11-30')
  })
  it.each([
    [2024, 2, 29],
    [2025, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [1939, 4, 30],
  ])('%i-%i has %i days', (year, at, days) =>
    expect(weeksOf({ year, month: at }).flat().filter(Boolean)).toHaveLength(days),
  )
  it('holds every day once, each under its weekday', () =>
    fc.assert(
      fc.property(month, (one) => {
        const weeks = weeksOf(one)
        const days = weeks.flat().flatMap((day) => day ?? [])
        expect(new Set(days).size).toBe(days.length)
        expect(days).toEqual([...days].sort())
        expect(days.every((day) => day.startsWith(monthKey(one)))).toBe(true)
        weeks.forEach((week) =>
          week.forEach((day, weekday) => {
            if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(weekday)
          }),
        )
      }),
    ))
  it('leads on to the others and back', () =>
    fc.assert(
      fc.property(month, fc.integer({ min: -40, max: 40 }), (one, steps) => {
        const there = monthAfter(one, steps)
        expect(monthAfter(there, -steps)).toEqual(one)
        expect(Math.sign(compareMonths(there, one))).toBe(Math.sign(steps))
        expect(monthOf(`${monthKey(there)}-01`)).toEqual(there)
      }),
    ))
})

describe('a printed lunar date', () => {
  it.each([
    ['丙午年十月十六', '十六'],
    ['乙巳年冬月初一', '冬月'],
    ['甲辰年闰四月初一', '闰四月'],
    ['农历甲辰年 四月大 十八日', '十八'],
    ['四月廿三', '廿三'],
    ['丙午年腊月三十', '三十'],
    ['丙午年正月二十', '二十'],
    ['星期二', undefined],
    ['十月', undefined],
  ])('%s is shown as %s', (printed, shown) => expect(lunarDayOf(printed)).toBe(shown))
  it('is read on every day that the press writes', () => {
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2027, 0, 1); day += 24 * 60 * 60 * 1000) {
      const written = lunarDateOf(new Date(day).toISOString().slice(0, 10))
      expect([written, lunarDayOf(written)]).toEqual([
        written,
        expect.stringMatching(/^(初|十|廿|二十|三十|闰?.{1,2}月$)/u),
      ])
    }
  })
})

describe('the issues of a calendar', () => {
  it('stand in the order in which the editions of a day were published', () => {
    const at = (id: string, publishedAt?: string) => ({
      ...calendarIssueLike({ id, date: '2026-11-24' }),
      ...(publishedAt && { publishedAt }),
    })
    const listed = [
      at('2026-11-24-a', '2026-11-24T22:00:00+08:00'),
      at('2026-11-24-zao', '2026-11-24T05:10:00+08:00'),
      at('2026-11-24-wan', '2026-11-24T09:30:00+00:00'),
    ]
    expect(
      issuesByDate(listed)
        .get('2026-11-24')
        ?.map(({ id }) => id),
    ).toEqual(['2026-11-24-zao', '2026-11-24-wan', '2026-11-24-a'])
  })

  it('stand by their date, an evening edition after the morning’s, each once', () => {
    const morning = { id: '2026-01-05', date: '2026-01-05' }
    const evening = { id: '2026-01-05-wan', date: '2026-01-05', edition: '晚报' }
    const listed = [evening, morning, morning].map((one) => calendarIssueLike(one))
    expect([...issuesByDate(listed)].map(([date, ones]) => [date, ones.map(({ id }) => id)])).toEqual([
      ['2026-01-05', ['2026-01-05', '2026-01-05-wan']],
    ])
  })
  it('are known from what is saved, where no catalogue is at hand', async () => {
    const issue = decodeIssue(encode((await smallIssue()).issue))
    expect(calendarIssueOf(issue)).toEqual({
      id: '2026-01-05',
      date: '2026-01-05',
      lunarDate: '乙巳年冬月十七',
      lead: '把报纸放进口袋',
    })
  })
})

/** An entry with ids as the codec gives them. */
const calendarIssueLike = ({ id, ...rest }: { id: string; date: string; edition?: string }) => ({
  ...rest,
  id: v.parse(issueId, id),
})
