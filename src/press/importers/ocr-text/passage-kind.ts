import { parseCredit, parseDateline, parseReportHead } from '@/text/byline'
import { foldedOf } from './letters'
import type { Passage } from './passages'
import { bylineOf } from './signatures'
import { charactersOf } from './strip'

/**
 * What a passage looks like by itself. `head`: it begins a report (本报讯（记者 …）…, or the part of one that began on
 * another page). `byline`, `credit`: a signature on a line of its own. `title`: a line of a title block or a subhead.
 * `body`: running text. `empty`: nothing but a jump line.
 */
export type PassageKind = 'head' | 'byline' | 'credit' | 'title' | 'body' | 'empty'

/** A caption is no longer than this, in letters. */
export const longestCaption = 90
/** Letters of the longest line of a title; a title block that was read as one line is longer, but has spaces in it. */
const longestTitle = 42
const longestTitleBlock = 110
/** A line with a comma in it that is shorter or longer than this is a scrap of running text. */
const shortestTitleWithComma = 9
const longestTitleWithComma = 32

/** A line without the marks of running text. A title may have a comma, and end with ！ or ？; it has no full stop. */
export const looksLikeTitle = (text: string): boolean => {
  const length = foldedOf(text).length
  const commas = text.match(/[，,]/gu)?.length ?? 0
  if (length === 0 || /[。；;]|[，,、：:]\s*$/u.test(text)) return false
  if (commas > 2) return false
  if (commas > 0) return length >= shortestTitleWithComma && length <= longestTitleWithComma
  const fields = text.trim().split(/\s+/u)
  return (
    length <= longestTitle ||
    (length <= longestTitleBlock && fields.length > 2 && fields.every((field) => foldedOf(field).length <= 32))
  )
}

export const kindOf = (raw: string, { strip, from }: Passage): PassageKind => {
  const text = charactersOf(raw, strip)
  if (from) return 'head'
  if (foldedOf(text).length === 0) return 'empty'
  if (parseCredit(text)) return 'credit'
  if (bylineOf(text) !== undefined) return 'byline'
  if (parseReportHead(text) ?? parseDateline(text)) return 'head'
  return looksLikeTitle(text) ? 'title' : 'body'
}
