import { describe, expect, it } from 'vitest'
import { isLunarDateOf, lunarDateOf } from '@/press/model/lunar-date'

describe('a printed lunar date', () => {
  it.each([
    ['2024-05-25', '甲辰年四月十八'],
    ['2024-05-25', '四月十八'],
    ['2024-05-25', '甲辰龙年四月十八'],
    ['2024-05-25', '甲辰年（龙年）四月十八'],
    ['2024-05-25', '甲辰（龙）年四月十八'],
    ['2024-05-25', '龙年四月十八'],
    ['2024-05-25', '岁次甲辰 四月十八日'],
    ['2024-05-25', '農曆甲辰龍年四月十八'],
    ['2024-05-25', '农历二〇二四年四月十八'],
    ['2024-05-25', '夏历甲辰年　四月小　十八日'],
    ['2024-05-27', '甲辰年四月廿'],
    ['2024-05-27', '四月廿日'],
    ['2024-05-27', '甲辰年四月二十'],
    ['2024-05-27', '甲辰年四月二十日'],
    ['2024-05-28', '甲辰年四月廿一'],
    ['2024-05-28', '甲辰年四月二十一日'],
    ['2024-07-05', '甲辰年五月卅'],
    ['2024-07-05', '甲辰年五月卅日'],
    ['2024-07-05', '五月大 三十日'],
    ['2025-01-29', '农历一月初一'],
    ['2025-01-29', '乙巳蛇年元月初一'],
    ['2025-01-29', '正月初一 春节'],
    ['2024-12-01', '甲辰年冬月初一'],
    ['2024-12-01', '甲辰年十一月初一'],
    ['2024-12-31', '臘月初一'],
    ['2024-12-31', '甲辰年十二月初一日'],
    ['2025-07-25', '乙巳年闰六月初一'],
    ['2025-07-25', '乙巳年閏六月初一日'],
    ['2033-12-22', '癸丑年闰冬月初一'],
    ['2024-05-20', '甲辰年四月十三 小满'],
    ['2024-05-20', '甲辰年四月十三小满'],
    ['2024-05-20', '四月十三日（今日小满）'],
    ['2024-05-19', '四月十二，明日小满'],
    ['2024-05-25', '四月十八 廿九芒种'],
    ['2024-06-10', '五月初五 端午节'],
    ['2024-06-21', '五月十六 夏至·星期五'],
  ])('of %s may be written %s', (date, printed) => expect(isLunarDateOf(date, printed)).toBe(true))

  it.each([
    ['2024-05-25', '甲辰年四月十九', 'another day'],
    ['2024-05-25', '十八', 'a day alone'],
    ['2024-05-25', '月十八', 'no month'],
    ['2024-05-25', '四月十', 'the beginning of the day'],
    ['2024-05-25', '甲辰年四月十八九', 'a letter too many'],
    ['2024-05-25', '乙巳年四月十八', 'another year'],
    ['2024-05-25', '甲辰兔年四月十八', 'another animal'],
    ['2024-05-25', '二〇二五年四月十八', 'another year in digits'],
    ['2024-05-25', '闰四月十八', 'a leap month that is none'],
    ['2024-05-25', '四月大十八', 'a long month that is short'],
    ['2024-05-25', '四月十八 小满', 'the solar term of another day'],
    ['2024-05-25', '四月十八 廿八芒种', 'a solar term on another day'],
    ['2025-07-25', '六月初一', 'the month before the leap month'],
    ['2025-07-25', '乙巳年六月初一日', 'the month before the leap month'],
    ['2033-12-22', '冬月初一', 'the month before the leap month'],
    ['2024-05-25', '', 'nothing'],
    ['2024-05-25', '2024年5月25日', 'the date of the other calendar'],
  ])('of %s is not %s: %s', (date, printed) => expect(isLunarDateOf(date, printed)).toBe(false))

  it('is recognised on every day of sixty years as the press itself prints it', () => {
    for (let day = Date.UTC(1990, 0, 1); day < Date.UTC(2050, 0, 1); day += 5 * 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10)
      expect([date, isLunarDateOf(date, lunarDateOf(date))]).toEqual([date, true])
    }
  })
})
