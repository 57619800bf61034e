import { isDate, locateDate } from '@/text/dates'
import { canonicalLabel } from '@/text/page-label'
import { widthOf, type PageMarks } from '../reading/page-marks'
import type { Line } from './lines'

/** What the head of a page says. */
export interface PrintedHead {
  readonly lines: readonly Line[]
  readonly date?: string
  readonly label?: string
  readonly name?: string
  /** The largest line of a masthead. */
  readonly paper?: string
  readonly issueNo?: string
}

/** How far down the head of a page may reach, as a share of its height. */
const mostOfPage = { first: 0.22, other: 0.09, withoutRule: 0.06 } as const
const printedLabel = /第?\s{0,2}([A-Za-z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})\s{0,2}版/u
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
/** `24 SEP 2015`, `September 24, 2015`, `Feb 14 - 20, 2026` */
const englishDates = [
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName}\\s+(?<year>[12]\\d{3})\\b`, 'iu'),
  new RegExp(
    `\\b${monthName}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[-–]\\s*\\d{1,2})?,?\\s+(?<year>[12]\\d{3})\\b`,
    'iu',
  ),
]

const dateIn = (text: string): string | undefined => {
  const chinese = locateDate(text)?.date
  if (chinese !== undefined) return chinese
  for (const pattern of englishDates) {
    const found = pattern.exec(text)
    const month = found ? months.findIndex((name) => found.some((part) => part?.toLowerCase() === name)) : -1
    const { day = '', year = '' } = found?.groups ?? {}
    const date = `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isDate(date)) return date
  }
  return undefined
}

const isTelling = (text: string): boolean => dateIn(text) !== undefined || printedLabel.test(text)

const linesOfHead = (lines: readonly Line[], { width, height, rules }: PageMarks, isFirst: boolean): Line[] => {
  const reach = (isFirst ? mostOfPage.first : mostOfPage.other) * height
  const above = (y: number): Line[] => lines.filter(({ bottom }) => bottom <= y + 1)
  const tops = rules
    .filter((rule) => widthOf(rule) >= 0.6 * width && rule.bottom <= reach)
    .map(({ top }) => top)
    .sort((a, b) => b - a)
  for (const y of tops) {
    const own = above(y)
    if (own.some(({ text }) => isTelling(text))) return own
  }
  const row = lines.find(({ bottom, text }) => bottom <= mostOfPage.withoutRule * height && isTelling(text))
  return row ? above(row.bottom + 0.3 * row.size) : []
}

/** The masthead of a first page or the folio line of another, by the rule below it or by its date and label. */
export const pageHeadOf = (lines: readonly Line[], marks: PageMarks, isFirst: boolean): PrintedHead => {
  const own = linesOfHead(lines, marks, isFirst)
  const text = own.map((line) => line.text).join('\n')
  const date = dateIn(text)
  const label = isFirst ? undefined : printedLabel.exec(text)?.[1]
  const labelled = label === undefined ? undefined : own.find((line) => printedLabel.test(line.text))
  const rest = labelled?.text.replace(printedLabel, '').trim()
  const next = labelled && own.find((line) => line.left > labelled.right && line.left - labelled.right < 3 * line.size)
  const name = rest || next?.text
  const largest = own.reduce<Line | undefined>((most, line) => (line.size > (most?.size ?? 0) ? line : most), undefined)
  const issueNo = /(?:总第|總第|第)\s*(\d{1,6})\s*期/u.exec(text)?.[1]
  return {
    lines: own,
    ...(date && { date }),
    ...(label && { label: canonicalLabel(label) }),
    ...(name && !isTelling(name) && [...name].length <= 12 && { name }),
    ...(isFirst &&
      largest &&
      [...largest.text].length <= 30 && { paper: largest.text.replace(/(?<=\p{Script=Han})\s+/gu, '') }),
    ...(issueNo && { issueNo }),
  }
}
