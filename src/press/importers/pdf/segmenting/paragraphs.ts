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
  ) {}

  #isSubhead(line: Line, column: Column): boolean {
    const isShort = [...line.text].length <= 24 && widthOf(line) < 0.92 * Math.max(widthOf(column), 8 * line.size)
    return isShort && line.size >= 1.06 * this.bodySize
  }

  #begins(line: Line, column: Column, margin: number): boolean {
    const last = this.#last
    if (!last) return true
    if (parseJumpLine(line.text) || parseJumpLine(last.line.text) || bullet.test(line.text)) return true
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
export const paragraphsOf = (columns: readonly Column[], bodySize: number): Paragraph[] => {
  const lines = columns.flatMap((column) => column.lines.map((line) => isFull(line, column)))
  const builder = new ParagraphBuilder(bodySize, lines.filter(Boolean).length > 0.55 * lines.length)
  for (const column of columns) {
    const margin = marginOf(column, bodySize)
    for (const line of column.lines) builder.add(line, column, margin)
  }
  return builder.paragraphs
}

/** Lines to other pages where they are looked for: those that lead on at the end, those that come from elsewhere at the beginning. */
export const withJumpsOutside = (paragraphs: readonly Paragraph[]): Paragraph[] => {
  const directionOf = ({ lines }: Paragraph): string | undefined =>
    lines.length === 1 ? parseJumpLine(lines[0]?.text ?? '')?.direction : undefined
  const from = paragraphs.filter((one) => directionOf(one) === 'from')
  const on = paragraphs.filter((one) => directionOf(one) === 'on')
  const text = paragraphs.filter((one) => !from.includes(one) && !on.includes(one))
  return [...from, ...text, ...on]
}
