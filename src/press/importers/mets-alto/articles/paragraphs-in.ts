import type { SourceWord } from '../pages/source-page'
import { areHalves } from '../pages/text-of-words'

interface Line {
  /** Index of its first word. */
  readonly from: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
}

/** Fewer lines are one paragraph, as the source says. */
const fewest = 6
const endsSentence = /[.!?…:;。！？”»"'’)\]—–-]$/u

const linesOf = (words: readonly SourceWord[]): Line[] => {
  const lines: Line[] = []
  words.forEach(({ line, box: [x, y, width, height] }, index) => {
    const last = lines.at(-1)
    if (last && words[index - 1]?.line === line)
      lines[lines.length - 1] = { ...last, right: Math.max(last.right, x + width), left: Math.min(last.left, x) }
    else lines.push({ from: index, left: x, right: x + width, top: y, height })
  })
  return lines
}

const isBelow = (line: Line | undefined, above: Line | undefined): boolean =>
  line !== undefined && above !== undefined && line.top > above.top && line.top - above.top < 4 * above.height

/** Begins further in than the lines around it, but no further than an indent does. */
const isIndented = (before: Line, line: Line, after: Line | undefined): boolean => {
  const indent = line.left - before.left
  const asAfter = after === undefined || !isBelow(after, line) ? indent : line.left - after.left
  const least = 0.5 * line.height
  return indent > least && asAfter > least && indent < 5 * line.height
}

/** Ends well before the column does. */
const isShort = (before: Line, line: Line, above: Line | undefined): boolean => {
  const column = Math.max(line.right, isBelow(before, above) ? (above?.right ?? 0) : 0)
  return column - before.right > 0.15 * (column - before.left)
}

/**
 * A source's block is often a whole column: it is parted where a line is indented, or follows a short one, if the line before it ends a
 * sentence.
 */
export const paragraphsIn = (words: readonly SourceWord[]): SourceWord[][] => {
  const lines = linesOf(words)
  if (lines.length < fewest) return [[...words]]
  const starts = [0]
  lines.forEach((line, index) => {
    const [above, before, after] = [lines[index - 2], lines[index - 1], lines[index + 1]]
    if (!before || !isBelow(line, before)) return
    const [last, first] = [words[line.from - 1], words[line.from]]
    if (!last || !first || areHalves(last, first) || !endsSentence.test(last.text) || /^\p{Ll}/u.test(first.text))
      return
    if (isIndented(before, line, after) || isShort(before, line, above)) starts.push(line.from)
  })
  return starts.map((from, index) => words.slice(from, starts[index + 1] ?? words.length))
}
