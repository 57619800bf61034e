import { around, sharedWidth, widthOf, type Rectangle } from '../reading/page-marks'
import type { Line } from './lines'

/** Lines that stand one below the other in a column, and how far the column reaches. */
export interface Column extends Rectangle {
  readonly lines: readonly Line[]
}

/** Lines of one column, from its top; a line as wide as two columns is none of theirs. */
const columnsIn = (lines: readonly Line[]): Column[] => {
  // The widest first: a column is known by its full lines, and short ones find their place in it.
  const columns: { left: number; right: number; lines: Line[] }[] = []
  for (const line of [...lines].sort((a, b) => widthOf(b) - widthOf(a))) {
    let best: (typeof columns)[number] | undefined
    let most = 0
    for (const column of columns) {
      const shared = Math.min(line.right, column.right) - Math.max(line.left, column.left)
      if (shared <= most) continue
      best = column
      most = shared
    }
    if (best && most > 0.5 * widthOf(line)) best.lines.push(line)
    else columns.push({ left: line.left, right: line.right, lines: [line] })
  }
  return columns
    .map((column) => ({
      ...around(column.lines),
      lines: column.lines.sort((a, b) => a.top - b.top || a.left - b.left),
    }))
    .sort((a, b) => a.left - b.left || a.top - b.top)
}

/** How many of the lines begin beside each other below a line: two, if it is as wide as two columns. */
const isAcross = (line: Line, lines: readonly Line[]): boolean => {
  const below = lines.filter((one) => widthOf(one) < 0.7 * widthOf(line) && sharedWidth(one, line) > 0.8 * widthOf(one))
  const rights = below.map(({ right }) => right)
  return below.some(({ left }) => rights.some((right) => right < left))
}

/** The columns of an article in reading order: what stands above a line across them is read before it, what stands below after it. */
export const columnsOf = (lines: readonly Line[]): Column[] => {
  if (lines.length === 0) return []
  const widest = [...lines].sort((a, b) => widthOf(b) - widthOf(a))[0]
  const usual = [...lines].sort((a, b) => widthOf(a) - widthOf(b))[Math.floor(lines.length * 0.7)]
  if (!widest || !usual || widthOf(widest) < 1.6 * widthOf(usual) || !isAcross(widest, lines)) return columnsIn(lines)
  const across = lines.filter((line) => widthOf(line) >= 1.6 * widthOf(usual))
  const isWide = new Set(across)
  const edges = [...across].sort((a, b) => a.top - b.top)
  const first = edges[0]
  const last = edges.at(-1)
  if (!first || !last) return columnsIn(lines)
  const narrow = lines.filter((line) => !isWide.has(line))
  return [
    ...columnsIn(narrow.filter(({ top }) => top < first.top)),
    ...columnsIn(across),
    ...columnsIn(narrow.filter(({ top }) => top >= first.top)),
  ]
}
