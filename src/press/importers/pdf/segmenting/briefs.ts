import { parseJumpLine } from '@/text/jump-line'
import type { Line } from './lines'
import { columnsOf } from './reading-order'

/** What stands over several short articles that have no titles of their own. */
const nameOfBriefs =
  /^(?:国内|國內|国际|國際|本市|各地|要闻|要聞|经济|文化|体育)?(?:简讯|簡訊|短讯|短訊|快讯|快訊|简报|簡報|短波|电讯|電訊|简明新闻|一句话新闻|要闻集萃|新闻集纳|News in brief|In brief)$/iu

export const isNameOfBriefs = (text: string): boolean => nameOfBriefs.test(text.replace(/\s+/gu, ''))

/** Cuts lines where a blank is left between them, or where a column begins with an indent: each piece is an article of its own. */
export const briefsIn = (lines: readonly Line[]): Line[][] => {
  const briefs: Line[][] = []
  let last: Line | undefined
  for (const column of columnsOf(lines))
    for (const line of column.lines) {
      const isBelow = last !== undefined && column.lines.includes(last)
      const isApart = isBelow
        ? line.top - (last?.bottom ?? 0) > 1.1 * line.size
        : line.left - column.left > 1.2 * line.size
      const brief = briefs.at(-1)
      if (brief && !isApart && !(last && parseJumpLine(last.text))) brief.push(line)
      else briefs.push([line])
      last = line
    }
  return briefs
}
