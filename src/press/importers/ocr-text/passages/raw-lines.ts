import { parseCredit, parseDateline, parseReportHead } from '@/text/byline'
import type { RawSpan } from './clipping'
import { parseSignatureLine } from './signature-line'
import { firstFullWidth, halfWidth } from './thresholds'

/** A printed line that is not blank. */
export interface RawLine extends RawSpan {
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
}

/** What a line looks like by itself. */
export interface LineLook {
  /** In ems. */
  readonly width: number
  readonly isLatin: boolean
  readonly isIndented: boolean
  /** It begins a report: 本报讯（记者 …）. */
  readonly isHead: boolean
  /** It holds a signature or a credit and nothing else. */
  readonly isSignature: boolean
  readonly endsSentence: boolean
  /** It has a mark of running text. */
  readonly hasMark: boolean
  readonly hasComma: boolean
  readonly endsWithMark: boolean
  /** No sentence and no title begins so. */
  readonly goesOn: boolean
}

/** The lines of a raw text that are not blank; a page break is a line end. */
export const linesOf = (raw: string): readonly RawLine[] => {
  let [start, gap] = [0, 0]
  return raw.split(/[\n\f]/u).flatMap((text) => {
    const line = { text, start, end: start + text.length, gap }
    start = line.end + 1
    gap = text.trim() === '' ? gap + 1 : 0
    return text.trim() === '' ? [] : [line]
  })
}

/** Ems; digits and Latin letters count as half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, one) => width + ((one.codePointAt(0) ?? 0) < firstFullWidth ? halfWidth : 1), 0)

/** Most of its letters are as narrow as Latin ones, so lines of one measure differ more. */
const isLatin = (text: string): boolean => widthOf(text) < text.length * (1 - halfWidth / 2)

const endOfSentence = /[。！？!?…][”’」』）)】》"']*\s*$/u
const endOfLatinSentence = /[.!?][”’"')]*\s*$/u

export const lookOf = ({ text: printed }: RawLine): LineLook => {
  const text = printed.trim()
  return {
    // The blanks of an indent are as wide as what they stand for.
    width: widthOf(printed.trimEnd()),
    isLatin: isLatin(text),
    isIndented: /^[\u3000 ]{2,}/u.test(printed),
    isHead: (parseReportHead(text) ?? parseDateline(text)) !== undefined,
    isSignature: parseSignatureLine(text) !== undefined || parseCredit(text) !== undefined,
    endsSentence: (isLatin(text) ? endOfLatinSentence : endOfSentence).test(text),
    hasMark: /[，。、；：“”,.;:]/u.test(text),
    hasComma: /[，,]/u.test(text),
    endsWithMark: /[^\p{L}\p{N}]$/u.test(text),
    goesOn: /^[，,、。；;：:！!？?）)”’」』》]/u.test(text),
  }
}
