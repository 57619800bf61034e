/** Lunar dates as papers print them: 丙午年十月十六, 农历甲辰年 四月大 十八日, 四月十八. */
const printed =
  /(闰?(?:[正冬腊]|[一二三四五六七八九十]{1,2})月)[大小]?\s*((?:初|十|廿|二十|三十|卅)[一二三四五六七八九十]?)日?$/u

/**
 * What a day of the calendar shows of a printed lunar date: the day, or the month on its first day; undefined if it
 * can't be parsed.
 */
export const lunarDayOf = (lunarDate: string): string | undefined => {
  const [, month, day] = printed.exec(lunarDate.trim()) ?? []
  return day === '初一' ? month : day
}
