import { weekdayOf } from '@/text/dates'
import type { Pass } from './pass'
import { isLunarDateOf, lunarDateOf } from './lunar-date'

/** Brings 周六 and 礼拜六 to the form 星期六. */
const plainWeekday = (printed: string): string =>
  printed
    .replace(/\s/g, '')
    .replace(/^(周|週|礼拜|禮拜)/u, '星期')
    .replace(/星期天/u, '星期日')

/** Checks weekday and lunar date against the date; fills them in if they are not given. */
export const checkDates: Pass = (draft, report) => {
  const { date, masthead, place } = draft
  const weekday = weekdayOf(date) ?? ''
  const lunarDate = lunarDateOf(date)
  if (masthead.weekday !== undefined && plainWeekday(masthead.weekday) !== weekday)
    report.add('wrong-weekday', place, { given: masthead.weekday, expected: weekday, date })
  if (masthead.lunarDate !== undefined && !isLunarDateOf(date, masthead.lunarDate))
    report.add('wrong-lunar-date', place, { given: masthead.lunarDate, expected: lunarDate, date })
  return {
    ...draft,
    masthead: { ...masthead, weekday: masthead.weekday ?? weekday, lunarDate: masthead.lunarDate ?? lunarDate },
  }
}
