import { parseCredit, parseDateline, parseReportHead } from '@/text/byline'
import type { Clipping } from './clipping'
import { foldedOf } from './letters'
import { parseSignatureLine } from './signature-line'
import {
  fewestBlockParts,
  longestBlockPart,
  longestTitle,
  longestTitleBlock,
  longestTitleWithComma,
  mostTitleCommas,
  shortestTitleWithComma,
} from './thresholds'

/**
 * What a passage looks like by itself. `head`: it begins a report (本报讯（记者 …）…, or the part of one that began on
 * another page). `byline`, `credit`: a signature on a line of its own. `title`: a line of a title block or a subhead.
 * `body`: running text. `empty`: nothing but a jump line.
 */
export type PassageKind = 'head' | 'byline' | 'credit' | 'title' | 'body' | 'empty'

/** Whether a passage of this kind is text of an article, as opposed to titles and signatures. */
export const isRunningText = (kind: PassageKind): boolean => kind === 'head' || kind === 'body'

/** A line without the marks of running text. A title may have a comma, and end with ！ or ？; it has no full stop. */
export const looksLikeTitle = (text: string): boolean => {
  const length = foldedOf(text).length
  const commas = text.match(/[，,]/gu)?.length ?? 0
  if (length === 0 || /[。；;]|[，,、：:]\s*$/u.test(text) || commas > mostTitleCommas) return false
  if (commas > 0) return length >= shortestTitleWithComma && length <= longestTitleWithComma
  if (length <= longestTitle) return true
  const parts = text.trim().split(/\s+/u)
  return (
    length <= longestTitleBlock &&
    parts.length >= fewestBlockParts &&
    parts.every((part) => foldedOf(part).length <= longestBlockPart)
  )
}

/** Where a passage was printed. */
export interface PassagePlace {
  /** Directly below a line of the same column: no title with a comma stands there, but a line whose sentence goes on in the next one. */
  readonly isInColumn: boolean
  /** A jump line （上接第一版） stands at its head. */
  readonly goesOn: boolean
}

/** What a passage is, by its words and its place. */
export const kindOf = ({ text, letters }: Clipping, { isInColumn, goesOn }: PassagePlace): PassageKind => {
  if (goesOn) return 'head'
  if (letters.length === 0) return 'empty'
  if (parseCredit(text)) return 'credit'
  if (parseSignatureLine(text) !== undefined) return 'byline'
  if (parseReportHead(text) ?? parseDateline(text)) return 'head'
  return looksLikeTitle(text) && !(isInColumn && /[，,]/u.test(text)) ? 'title' : 'body'
}
