/** How papers print it: 丙午年十月十六, 农历甲辰年 四月大 十八日, 四月十八. */
const printed =
  /(闰?(?:[正冬腊]|[一二三四五六七八九十]{1,2})月)[大小]?\s*((?:初|十|廿|二十|三十|卅)[一二三四五六七八九十]?)日?$/u

/** What a calendar's square shows of a printed lunar date: its day, or the month on the first; undefined where it can't be read. */
export const lunarDayOf = (lunarDate: string): string | undefined => {
  const [, month, day] = printed.exec(lunarDate.trim()) ?? []
  return day === '初一' ? month : day
}
