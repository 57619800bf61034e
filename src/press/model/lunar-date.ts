import { LunarMonth, Solar, type Lunar } from 'lunar-typescript'
import { parseNumeral } from '@/text/numerals'

const solarOf = (isoDate: string): Solar => {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number)
  return Solar.fromYmd(year, month, day)
}

/** 甲辰年四月十八: the date in the Chinese calendar, as newspapers print it. */
export const lunarDateOf = (isoDate: string): string => {
  const lunar = solarOf(isoDate).getLunar()
  return `${lunar.getYearInGanZhi()}年${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`
}

/** One spelling for characters that have several. */
const plain: Readonly<Record<string, string>> = {
  ...{ 閏: '闰', 臘: '腊', 蜡: '腊', 龍: '龙', 馬: '马', 雞: '鸡', 豬: '猪', 歲: '岁', 農: '农', 曆: '历', 卄: '廿' },
  ...{ 陰: '阴', 舊: '旧', 穀: '谷', 種: '种', 處: '处', 驚: '惊', 蟄: '蛰', 滿: '满', 節: '节', 氣: '气', 閠: '闰' },
  ...{ 陽: '阳', '[': '(', ']': ')', '〔': '(', '〕': ')', '【': '(', '】': ')', '〖': '(', '〗': ')' },
}
const plainOf = (printed: string): string =>
  [...printed.normalize('NFKC')].map((character) => plain[character] ?? character).join('')

const terms =
  '立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒'
const animals = '[鼠牛虎兔龙蛇马羊猴鸡狗猪]'
const numeral = '[0-9〇一二三四五六七八九十廿卅]+'
const between = '[\\s,、·．.]{0,9}'

const year = `(?:岁次|岁在)?(?:(?<stem>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])|(?<count>[0-9〇一二三四五六七八九]{4}))?${between}(?:[(]?(?<animal>${animals})(?:年[)]|[)])?)?年?${between}(?:[(]?(?<animalAfter>${animals})年?[)]?)?`
const month = `(?<leap>闰)?(?<month>正|元|端|冬|子|腊|丑|${numeral})月[(]?(?<size>大|小)?[)]?`
const day = `(?<day>初?${numeral})(?<sign>[日号])?`
const calendar = `^(?:[农阴夏旧]历)?[:]?${between}`
const lunarForm = new RegExp(`${calendar}${year}${between}${month}${between}${day}(?<rest>.*)$`, 'u')

/** Days that have a name, by month and day; 小年 is a day later in the south. */
const festivals: readonly (readonly [names: readonly string[], month: number, days: readonly number[]])[] = [
  [['春节', '大年初一', '年初一'], 1, [1]],
  [['元宵', '上元'], 1, [15]],
  [['端午', '端阳'], 5, [5]],
  [['七夕'], 7, [7]],
  [['中元'], 7, [15]],
  [['中秋'], 8, [15]],
  [['重阳'], 9, [9]],
  [['下元'], 10, [15]],
  [['腊八'], 12, [8]],
  [['小年'], 12, [23, 24]],
]
/** The last day of the year, which may be its 29th or its 30th. */
const lastDays = ['除夕', '大年三十', '年三十']
const festival = `(?<festival>${[...festivals.flatMap(([names]) => names), ...lastDays].join('|')})(?:佳?节)?`
/** 甲辰年除夕, 春节: a day by its name. */
const festivalDate = new RegExp(`${calendar}${year}${between}${festival}(?<rest>.*)$`, 'u')
/** 端午节, 今日端午, 明日除夕. */
const festivalForm = new RegExp(`^(?<when>今日|今天|是日|明日|明天|次日)?(?:是|为)?${festival}$`, 'u')

/** 小满; 今日小满, 明日小满; 廿九芒种, 四月廿九 芒种: a solar term, and the day it falls on if that is not this one. */
const termForm = new RegExp(
  `^(?<when>今日|今天|是日|明日|明天|次日)?(?:(?:(?<month>正|元|冬|腊|闰?${numeral})月)?(?<day>初?${numeral})日?)?(?:是|为|交)?(?<term>${terms})(?:节气?)?$`,
  'u',
)

const monthNames: Readonly<Record<string, number>> = { 正: 1, 元: 1, 端: 1, 冬: 11, 子: 11, 腊: 12, 丑: 12 }
const monthOf = (printed: string): number | undefined => monthNames[printed] ?? parseNumeral(printed)
/** 初十, 十八, 廿, 廿一, 二十一, 卅. */
const dayOf = (printed: string): number | undefined => parseNumeral(printed.replace(/^初/u, ''))

const isYear = (
  lunar: Lunar,
  { stem, count, animal, animalAfter }: Readonly<Record<string, string | undefined>>,
): boolean =>
  (stem === undefined || stem === lunar.getYearInGanZhi()) &&
  (count === undefined || [...count].map((digit) => parseNumeral(digit) ?? 0).join('') === String(lunar.getYear())) &&
  [animal, animalAfter].every((one) => one === undefined || one === lunar.getYearShengXiao())

/** The days around this one, of which a masthead may name the solar term: a month back and a month ahead. */
const daysAround = Array.from({ length: 61 }, (_, index) => index - 30)

const isTerm = (solar: Solar, printed: string): boolean => {
  const { when = '', month: inMonth, day: onDay, term = '' } = termForm.exec(printed)?.groups ?? {}
  const days = onDay === undefined ? [/^[明次]/u.test(when) ? 1 : 0] : daysAround
  return days.some((away) => {
    const lunar = solar.next(away).getLunar()
    return (
      plainOf(lunar.getJieQi()) === term &&
      (onDay === undefined || dayOf(onDay) === lunar.getDay()) &&
      (inMonth === undefined || monthOf(inMonth.replace('闰', '')) === Math.abs(lunar.getMonth()))
    )
  })
}

const isFestivalName = (solar: Solar, name: string): boolean => {
  const lunar = solar.getLunar()
  if (lastDays.includes(name)) {
    const next = solar.next(1).getLunar()
    return next.getMonth() === 1 && next.getDay() === 1
  }
  return festivals.some(
    ([names, inMonth, days]) => names.includes(name) && lunar.getMonth() === inMonth && days.includes(lunar.getDay()),
  )
}

const isFestival = (solar: Solar, printed: string): boolean => {
  const { when = '', festival: name = '' } = festivalForm.exec(printed)?.groups ?? {}
  return isFestivalName(solar.next(/^[明次]/u.test(when) ? 1 : 0), name)
}

/** What may stand after the date: nothing, a solar term or a festival of the right day, or other words, set off from it (三伏第二天). */
const isRest = (solar: Solar, rest: string, isSetOff: boolean): boolean =>
  rest
    .split(/[\s,、·()]+/u)
    .filter((piece, index) => piece !== '' || index === 0)
    .every((piece, index) => {
      if (piece === '') return true
      if (termForm.test(piece)) return isTerm(solar, piece)
      if (festivalForm.test(piece)) return isFestival(solar, piece)
      return (isSetOff || index > 0) && !piece.includes('月')
    })

/**
 * Whether a printed lunar date is that of the day. The year may be missing, written in stems and branches, in digits, or with its animal
 * (甲辰年, 甲辰龙年, 甲辰年（龙年）, 甲辰［龙］年, 二〇二四年); months and days have the names that papers use (元月, 冬月, 腊月; 廿, 廿日, 卅), or the day
 * that of its festival (除夕, 春节, 中秋); after the date, a solar term or a festival may follow. A leap month has to be called one.
 */
export const isLunarDateOf = (isoDate: string, printed: string): boolean => {
  const solar = solarOf(isoDate)
  const lunar = solar.getLunar()
  const plainly = plainOf(printed).trim()
  const named = festivalDate.exec(plainly)?.groups
  if (named)
    return (
      isYear(lunar, named) &&
      isFestivalName(solar, named['festival'] ?? '') &&
      isRest(solar, named['rest'] ?? '', false)
    )
  const found = lunarForm.exec(plainly)?.groups
  if (!found) return false
  const length = LunarMonth.fromYm(lunar.getYear(), lunar.getMonth())?.getDayCount()
  return (
    isYear(lunar, found) &&
    (found['leap'] !== undefined) === lunar.getMonth() < 0 &&
    monthOf(found['month'] ?? '') === Math.abs(lunar.getMonth()) &&
    (found['size'] === undefined || found['size'] === (length === 30 ? '大' : '小')) &&
    dayOf(found['day'] ?? '') === lunar.getDay() &&
    isRest(solar, found['rest'] ?? '', found['sign'] !== undefined)
  )
}
