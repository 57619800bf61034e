import { Solar } from 'lunar-typescript'

/** 甲辰年四月十八: the date in the Chinese calendar, as newspapers print it. */
export const lunarDateOf = (isoDate: string): string => {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  const lunar = Solar.fromYmd(year, month, day).getLunar()
  return `${lunar.getYearInGanZhi()}年${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`
}

/** One spelling for the ways in which papers print a lunar date: 农历甲辰年 四月大 十八日, 閏 for 闰, 十一月 for 冬月. */
export const plainLunarDate = (printed: string): string =>
  printed
    .replace(/^(农历|農曆|夏历|夏曆|阴历|陰曆)/u, '')
    .replace(/\s+/gu, '')
    .replace(/閏/gu, '闰')
    .replace(/月[大小]/u, '月')
    .replace(/(?<=月(?:初|十|廿|二十|三十|卅).?)日$/u, '')
    .replace(/二十(?=[一二三四五六七八九])/u, '廿')
    .replace(/十一月/u, '冬月')
    .replace(/十二月/u, '腊月')
    .replace(/臘月/u, '腊月')
    .replace(/(?<=年)一月/u, '正月')
