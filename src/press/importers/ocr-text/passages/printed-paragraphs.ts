import { splitTrailingJump } from '@/text/jump-line'
import type { RawSpan } from './clipping'
import { linesInReadingOrder } from './layout-columns'
import { isShortIn, measuredLines, type MeasuredLine } from './measures'
import { linesOf } from './raw-lines'

/** A printed paragraph as ranges of the raw text. */
export interface PrintedParagraph {
  readonly spans: readonly RawSpan[]
  /** Blank lines before it; 0 within a block. */
  readonly gap: number
  /** The measure of its column in ems; absent for a line that stands for itself. */
  readonly measure?: number
  /** Its last line is short, so nothing goes on from it, whatever its last mark. */
  readonly isEnded?: boolean
}

/** In a column a paragraph begins at an indented line, after a short line, at a report head, and after a jump line. */
const beginsParagraph = ({ line, look, measure }: MeasuredLine, before: MeasuredLine): boolean =>
  measure === undefined ||
  measure !== before.measure ||
  line.gap > 0 ||
  look.isIndented ||
  look.isHead ||
  splitTrailingJump(before.line.text) !== undefined ||
  (isShortIn(before.look, measure) && before.look.endsSentence)

const latinEnd = /[A-Za-z0-9]$/u

/** Lines that follow one another in the raw text are one range, with the line end between them. */
const withLine = (spans: readonly RawSpan[], { line }: MeasuredLine, raw: string): readonly RawSpan[] => {
  const last = spans.at(-1)
  if (last?.end === line.start - 1) return [...spans.slice(0, -1), { start: last.start, end: line.end }]
  // Between the lines of a column that stands beside others is a blank; only Latin words need one.
  if (last && latinEnd.test(raw.slice(last.start, last.end)))
    return [...spans.slice(0, -1), { start: last.start, end: last.end + 1 }, line]
  return [...spans, line]
}

/** The paragraphs of the raw text in reading order: lines of a column put together, and any other line. */
export const printedParagraphsIn = (raw: string): readonly PrintedParagraph[] => {
  const paragraphs: MeasuredLine[][] = []
  for (const one of measuredLines(linesInReadingOrder(linesOf(raw)))) {
    const before = paragraphs.at(-1)?.at(-1)
    if (before && !beginsParagraph(one, before)) paragraphs.at(-1)?.push(one)
    else paragraphs.push([one])
  }
  return paragraphs.flatMap((lines): PrintedParagraph[] => {
    const [first, last] = [lines[0], lines.at(-1)]
    if (!first || !last) return []
    const { measure } = first
    return [
      {
        spans: lines
          .reduce<readonly RawSpan[]>((spans, line) => withLine(spans, line, raw), [])
          .map(({ start, end }) => ({ start, end })),
        gap: first.line.gap,
        ...(measure !== undefined && { measure, isEnded: lines.length > 1 && isShortIn(last.look, measure) }),
      },
    ]
  })
}
