import type { Masthead } from '@/bundle/issue'
import { printedNumbersOf } from '@/bundle/lookup'
import { formatDate, formatDateInChinese } from '@/text/dates'
import { isTraditional } from '@/text/language'
import { formatDigits } from '@/text/numerals'
import type { IssueDraft } from '../../model/draft'
import type { Grid } from '../grid'

/** The words that the press itself prints in masthead and folio: in the paper's characters, on vertical pages with Chinese numerals. */
export interface PrintedWords {
  readonly date: (isoDate: string) => string
  readonly serialNo: (no: string) => string
  readonly issueNo: (no: string) => string
  /** The items of the small print under the nameplate. */
  readonly smallPrint: (masthead: Omit<Masthead, 'nameplate'>) => readonly string[]
}

const simplified = {
  serial: '总第',
  unit: '期',
  address: '地址',
  hotline: '热线',
  email: '邮箱',
  fax: '传真',
  site: '本报数字报纸',
}
const traditional = {
  serial: '總第',
  unit: '號',
  address: '地址',
  hotline: '電話',
  email: '電郵',
  fax: '傳真',
  site: '本報數位報紙',
}

export const printedWordsOf = ({ lang, isVertical }: Pick<Grid, 'lang' | 'isVertical'>): PrintedWords => {
  const words = isTraditional(lang) ? traditional : simplified
  const number = (printed: string): string =>
    isVertical ? printed.replace(/\d/g, (digit) => formatDigits(Number(digit))) : printed
  return {
    date: isVertical ? formatDateInChinese : formatDate,
    serialNo: (no) => `${words.serial}${number(no)}${words.unit}`,
    issueNo: (no) => `第${number(no)}${words.unit}`,
    smallPrint: ({ address, hotline, email, fax, permit, site, notice, editors = [] }) =>
      [
        address && `${words.address}：${address}`,
        hotline && `${words.hotline}：${hotline}`,
        email && `${words.email}：${email}`,
        fax && `${words.fax}：${fax}`,
        permit,
        site && `${words.site}：${site}`,
        notice,
        ...editors.map(({ role, names }) => `${role}：${names.join(' ')}`),
      ].filter((item): item is string => item !== undefined && item !== ''),
  }
}

/** The lines next to or under the nameplate: day and weekday, lunar date, numbers, channels. */
export const dateLinesOf = ({ paper, masthead, date }: IssueDraft, words: PrintedWords): string[] => {
  const { serial, issue } = printedNumbersOf(masthead)
  return [
    [words.date(date), masthead.weekday].filter(Boolean).join('　'),
    masthead.lunarDate ?? '',
    [serial && words.serialNo(serial), issue && words.issueNo(issue)].filter(Boolean).join('　'),
    [...(masthead.channels ?? paper.channels ?? [])].join('　'),
  ].filter((line) => line !== '')
}
