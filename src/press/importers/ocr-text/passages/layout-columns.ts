import { widthOf, type RawLine } from './raw-lines'
import { columnTolerance, fewestRows, mostHoles, rowsShare } from './thresholds'

/** A part of a row between runs of blanks. */
interface Piece extends RawLine {
  /** Where it begins in its row, in some unit. */
  readonly from: number
}

type Row = readonly Piece[]

/** How far a beginning of a row reaches. Extractors count either characters or half ems. */
type Reach = (text: string) => number
const reaches: readonly Reach[] = [({ length }) => length, (text) => 2 * widthOf(text)]

const rowOf = ({ text, start, gap }: RawLine, reach: Reach): Row =>
  [...text.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: piece, index }) => {
    // An indent in full-width blanks belongs to the piece, as it does to any line.
    const [indent = ''] = /\u3000{0,2}$/u.exec(text.slice(0, index)) ?? []
    const from = index - indent.length
    return {
      text: indent + piece,
      start: start + from,
      end: start + index + piece.length,
      gap,
      from: reach(text.slice(0, from)),
    }
  })

/** Where several pieces begin, one below the other, in the order of the columns. */
const startsOf = (rows: readonly Row[]): readonly number[] => {
  const clusters: number[][] = []
  for (const from of rows.flatMap((row) => row.map((piece) => piece.from)).sort((one, other) => one - other)) {
    const last = clusters.at(-1)
    if (last && from - (last[0] ?? 0) <= columnTolerance) last.push(from)
    else clusters.push([from])
  }
  const needed = Math.max(2, rows.length * mostHoles)
  return clusters.filter(({ length }) => length >= needed).map(([first = 0]) => first)
}

const columnAt = (starts: readonly number[], { from }: Piece): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => start <= from + 1),
  )

/** Rows of columns that stand side by side. */
interface SideBySide {
  readonly rows: readonly Row[]
  readonly starts: readonly number[]
}

/** How far the pieces begin from where their columns do: the less, the better are the rows counted. */
const unevennessOf = ({ rows, starts }: SideBySide): number =>
  rows.flat().reduce((sum, piece) => sum + Math.abs(piece.from - (starts[columnAt(starts, piece)] ?? 0)), 0)

const sideBySideIn = (lines: readonly RawLine[]): SideBySide | undefined => {
  const [best] = reaches
    .map((reach) => lines.map((line) => rowOf(line, reach)))
    .map((rows): SideBySide => ({ rows, starts: startsOf(rows) }))
    .sort((one, other) => unevennessOf(one) - unevennessOf(other))
  if (!best || best.starts.length < 2) return undefined
  const columnsIn = (row: Row): number => new Set(row.map((piece) => columnAt(best.starts, piece))).size
  const wide = best.rows.filter((row) => columnsIn(row) > 1).length
  return wide >= Math.max(fewestRows, lines.length * rowsShare) ? best : undefined
}

/** Pieces of one row in one column are one line. */
const lineOf = (pieces: readonly Piece[], gap: number): RawLine | undefined => {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return undefined
  return { text: pieces.map(({ text }) => text).join(' '), start: first.start, end: last.end, gap }
}

/** One column after the other. Rows that a column lacks are blank lines in it, and so is the end of the column before. */
const inReadingOrder = ({ rows, starts }: SideBySide): readonly RawLine[] =>
  starts.flatMap((_, column) => {
    let gap = 1
    return rows.flatMap((row): RawLine[] => {
      const line = lineOf(
        row.filter((piece) => columnAt(starts, piece) === column),
        gap,
      )
      gap = line ? 0 : gap + 1
      return line ? [line] : []
    })
  })

/** The lines of a page in reading order, where columns were put side by side on one line, with runs of blanks between them. */
export const linesInReadingOrder = (lines: readonly RawLine[]): readonly RawLine[] => {
  const blocks: RawLine[][] = []
  for (const line of lines)
    if (line.gap > 0 || blocks.length === 0) blocks.push([line])
    else blocks.at(-1)?.push(line)
  return blocks.flatMap((block) => {
    const found = sideBySideIn(block)
    return found ? inReadingOrder(found) : block
  })
}
