import { describe, expect, it } from 'vitest'
import { findDate, formatDate, isDate, locateDate, weekdayOf } from '@/text/dates'

describe('dates', () => {
  it.each([
    ['2024年5月25日 星期六', '2024-05-25'],
    ['二〇二四年五月二十五日', '2024-05-25'],
    ['中華民國貳拾捌年四月廿七日　星期四', '1939-04-27'],
    ['２０２４年５月２５日', '2024-05-25'],
    ['出版日期 2024.5.25', '2024-05-25'],
    ['2024-05-25 第一版', '2024-05-25'],
  ])('finds the date in %s', (text, date) => expect(findDate(text)).toBe(date))

  it.each(['2024年2月30日', '5月25日', '没有日期', '电话2024-05-2501', '1.2024.5.25', '2024.5-25'])(
    'finds none in %s',
    (text) => expect(findDate(text)).toBeUndefined(),
  )

  it('says which characters print it', () =>
    expect(locateDate('星期六 2024年5月25日')).toEqual({ date: '2024-05-25', index: 4, length: 10 }))

  it('knows the day of the week', () => expect(weekdayOf('2024-05-25')).toBe('星期六'))
  it.each(['2024-02-30', '2024-13-01', '24-1-1', 'abc'])('%s is no day', (text) => {
    expect(isDate(text)).toBe(false)
    expect(weekdayOf(text)).toBeUndefined()
  })
  it('writes a date as a paper does', () => expect(formatDate('2024-05-05')).toBe('2024年5月5日'))
})
