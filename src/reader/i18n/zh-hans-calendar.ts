import { formatDate, weekdayOf } from '@/text/dates'

/** Words of the calendar, loaded with it. */
export const zhHansCalendar = {
  title: '往期报纸',
  weekdays: [...'一二三四五六日'].map((short) => ({ short, full: `星期${short}` })),
  date: (isoDate: string) => [formatDate(isoDate), weekdayOf(isoDate)].filter(Boolean).join(' '),
  month: (year: number, month: number) => `${year}年${month}月`,
  year: (year: number) => `${year}年`,
  monthName: (month: number) => `${month}月`,
  earlierMonth: '上一个月',
  earlierWord: '上月',
  laterMonth: '下一个月',
  laterWord: '下月',
  chooseYear: '选年份',
  saved: '已存本机',
  savedSign: '已存',
  unread: '还没看过',
  /** What a screen reader says for a day: date, lead title, marks. */
  day: (facts: readonly (string | undefined)[]) => facts.filter(Boolean).join('，'),
  legend: '粗的日子有报纸还没看过，细的看过了；标着“已存”的，没有网络也能看。',
  frontPages: '本月头版',
  shortDate: (isoDate: string, edition?: string, time?: string) =>
    [formatDate(isoDate).replace(/^.*年/u, ''), edition, time].filter(Boolean).join(' '),
  nothingThisMonth: '这个月没有报纸。',
  nothingSavedThisMonth: '这个月的报纸，本机一期也没有存。',
  offline: '现在没有网络，这里只列出存在本机的各期。',
  late: '报社的目录还没有来，还在等；先列出存在本机的各期。',
  unreachable: '报社的目录暂时打不开，这里只列出存在本机的各期。',
  noneSaved: '本机没有存报纸，联网以后再来看。',
}
