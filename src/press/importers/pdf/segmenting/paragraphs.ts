import { parseJumpLine } from '@/text/jump-line'
import { widthOf } from '../reading/page-marks'
import { isSameSize, type Line } from './lines'
import type { Column } from './reading-order'

export interface Paragraph {
  readonly kind: 'paragraph' | 'subhead'
  readonly lines: readonly Line[]
}

const bullet = /^(?:[·•●○■□▲△◆◇★☆▶※]|[-–—]\s)/u
const han = /\p{Script=Han}/u

/** Where most lines of a column begin. */
const marginOf = ({ lines, left }: Column, size: number): number => {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const place = Math.round((line.left - left) / (size / 2))
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  let [best, most] = [0, 0]
  for (const [place, count] of counts) if (count > most) [best, most] = [place, count]
  return left + (best * size) / 2
}

/** Lines of most columns end at their right edge, but for the last of a paragraph. */
const isFull = (line: Line, { right }: Column): boolean => line.right > right - 1.5 * line.size

class ParagraphBuilder {
  readonly paragraphs: { kind: Paragraph['kind']; lines: Line[] }[] = []
  #last: { readonly line: Line; readonly column: Column } | undefined
  /** Where the text of a list's item begins. */
  #item: number | undefined

  constructor(
    readonly bodySize: number,
    readonly isJustified: boolean,
    readonly jumps: ReadonlySet<Line>,
  ) {}

  #isSubhead(line: Line, column: Column): boolean {
    const isShort = [...line.text].length <= 24 && widthOf(line) < 0.92 * Math.max(widthOf(column), 8 * line.size)
    return isShort && line.size >= 1.06 * this.bodySize
  }

  #begins(line: Line, column: Column, margin: number): boolean {
    const last = this.#last
    if (!last) return true
    if (this.jumps.has(line) || this.jumps.has(last.line) || bullet.test(line.text)) return true
    if (!isSameSize(line.size, last.line.size)) return true
    const isIndented = line.left - margin > 1.2 * line.size
    const isOfItem = this.#item !== undefined && Math.abs(line.left - this.#item) < 0.7 * line.size
    if (isOfItem && isFull(last.line, last.column)) return false
    if (isIndented) return true
    const isBelow = last.column === column
    // A blank between paragraphs, where lines have none.
    if (isBelow && line.top - last.line.bottom > 1.1 * line.size) return true
    return this.isJustified && han.test(last.line.text) && !isFull(last.line, last.column)
  }

  add(line: Line, column: Column, margin: number): void {
    const isSubhead = this.#isSubhead(line, column)
    const before = this.paragraphs.at(-1)
    const goesOn =
      isSubhead && before?.kind === 'subhead' && this.#last?.column === column
        ? line.top - this.#last.line.bottom < 0.8 * line.size
        : !isSubhead && before?.kind === 'paragraph' && !this.#begins(line, column, margin)
    if (before && goesOn) before.lines.push(line)
    else {
      this.paragraphs.push({ kind: isSubhead ? 'subhead' : 'paragraph', lines: [line] })
      const [, second] = line.glyphs
      this.#item = bullet.test(line.text) ? second?.left : undefined
    }
    this.#last = { line, column }
  }
}

/** The paragraphs of columns in reading order, by the indents of their first lines. A printed jump line is one of its own. */
export const paragraphsOf = (columns: readonly Column[], bodySize: number, jumps: ReadonlySet<Line>): Paragraph[] => {
  const lines = columns.flatMap((column) => column.lines.map((line) => isFull(line, column)))
  const builder = new ParagraphBuilder(bodySize, lines.filter(Boolean).length > 0.55 * lines.length, jumps)
  for (const column of columns) {
    const margin = marginOf(column, bodySize)
    for (const line of column.lines) builder.add(line, column, margin)
  }
  return builder.paragraphs
}

/** What is printed around a line to another page, so that nobody takes it for text. */
const marked = /^[▶►▷→◀◄◁←（(【〔\-－—]|[▶►▷→◀◄◁←]$/u

/** The lines that lead to other pages: those with a mark of their own, or at an end of the text. In a table, or a list of them, they are text. */
export const jumpLinesOf = (lines: readonly Line[]): Set<Line> =>
  new Set(
    lines.filter((line, index) => {
      const direction = parseJumpLine(line.text)?.direction
      if (direction === undefined || direction === 'see') return false
      return marked.test(line.text) || index === (direction === 'from' ? 0 : lines.length - 1)
    }),
  )

/** Lines to other pages where they are looked for: those that lead on at the end, those that come from elsewhere at the beginning. */
export const withJumpsOutside = (paragraphs: readonly Paragraph[], jumps: ReadonlySet<Line>): Paragraph[] => {
  const isOf = (wanted: 'from' | 'on', { lines: [line] }: Paragraph): boolean =>
    line !== undefined && jumps.has(line) && parseJumpLine(line.text)?.direction === wanted
  return [
    ...paragraphs.filter((one) => isOf('from', one)),
    ...paragraphs.filter((one) => !isOf('from', one) && !isOf('on', one)),
    ...paragraphs.filter((one) => isOf('on', one)),
  ]
}
