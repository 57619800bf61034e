import { around, sharedHeight, type Glyph, type Rectangle } from '../reading/page-marks'

/** Glyphs that are read one after the other: a line of a column, or of a title. */
export interface Line extends Rectangle {
  readonly glyphs: readonly Glyph[]
  readonly text: string
  readonly size: number
  readonly isBold: boolean
}

/** Two sizes of one line differ by no more: figures and Latin are often set a little smaller. */
const sameSize = 1.06
/** A gap in ems that no line of text has, but a gutter. */
const widestGap = { text: 0.95, title: 1.2 } as const
/** A mark or number before its line stands alone: as wide as this at most, and as far from the line, ems. */
const hanging = { width: 3.2, gap: 2.3 } as const

export const isSameSize = (a: number, b: number): boolean => Math.max(a, b) <= sameSize * Math.min(a, b)

/** The size of most characters of a page; 0 if it has none. */
export const bodySizeOf = (glyphs: readonly Glyph[]): number => {
  const counts = new Map<number, number>()
  for (const { size } of glyphs) {
    const rounded = Math.round(size * 10) / 10
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  let [most, best] = [0, 0]
  for (const [size, count] of counts) if (count > most) [most, best] = [count, size]
  return best
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The text of glyphs in a row: blanks are where words of Latin are apart, and where a title has a gap of its own. */
const textOf = (glyphs: readonly Glyph[], isTitle: boolean): string => {
  const gaps = glyphs.slice(1).map((glyph, index) => glyph.left - (glyphs[index]?.right ?? glyph.left))
  const usual = Math.max(0, medianOf(gaps))
  let text = ''
  glyphs.forEach((glyph, index) => {
    const before = glyphs[index - 1]
    const gap = before ? (gaps[index - 1] ?? 0) / glyph.size : 0
    const isWide = before !== undefined && wide.test(before.text) && wide.test(glyph.text)
    const isMixed = before !== undefined && wide.test(before.text) !== wide.test(glyph.text)
    const least = isWide ? (isTitle ? usual / glyph.size + 0.2 : 0.75) : isMixed ? 0.45 : 0.16
    const isTold = glyph.isAfterBlank === true && !isWide && !isMixed && gap > 0.02
    if (before && (gap > least || isTold)) text += ' '
    text += glyph.text
  })
  return text
}

const lineOf = (glyphs: readonly Glyph[], bodySize: number): Line => {
  const size = medianOf(glyphs.map((glyph) => glyph.size))
  return {
    ...around(glyphs),
    glyphs,
    size,
    isBold: glyphs.filter(({ isBold }) => isBold).length > glyphs.length / 2,
    text: textOf(glyphs, size >= 1.2 * bodySize),
  }
}

/** Glyphs of one size on one baseline, wherever they stand on it. */
const rowsOf = (glyphs: readonly Glyph[]): Glyph[][] => {
  interface Row {
    readonly glyphs: Glyph[]
    readonly size: number
    bottom: number
  }
  const rows: Row[] = []
  let open: Row[] = []
  for (const glyph of [...glyphs].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    open = open.filter(({ bottom, size }) => glyph.bottom - bottom < 0.5 * size)
    const row = open.find(
      ({ bottom, size }) => isSameSize(size, glyph.size) && glyph.bottom - bottom < 0.22 * Math.min(size, glyph.size),
    )
    if (row) row.glyphs.push(glyph)
    else {
      const begun = { glyphs: [glyph], size: glyph.size, bottom: glyph.bottom }
      open.push(begun)
      rows.push(begun)
    }
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.left - b.left))
}

/** Whether something stands upright between two neighbours of a row. */
const isParted = (left: Glyph, right: Glyph, walls: readonly Rectangle[]): boolean =>
  walls.some(
    (wall) =>
      wall.left >= left.right - 0.35 * left.size &&
      wall.right <= right.left + 0.35 * right.size &&
      sharedHeight(wall, left) > 0.5 * left.size,
  )

interface RowOfPieces {
  readonly pieces: readonly (readonly Glyph[])[]
  readonly size: number
  readonly bottom: number
}

/** A gap in a justified line may be as wide as this, ems: wider ones are gutters whatever stands around them. */
const widestBlank = 3

const edgesOf = (piece: readonly Glyph[]): readonly [left: number, right: number] => [
  piece[0]?.left ?? 0,
  piece.at(-1)?.right ?? 0,
]

/** Whether more lines right above and below run across a gap than have one there. */
const isRunAcross = (rows: readonly RowOfPieces[], index: number, from: number, to: number): boolean => {
  const row = rows[index]
  if (!row) return false
  let [across, open] = [0, 0]
  for (const step of [-1, 1])
    for (let at = index + step; at >= 0 && at < rows.length; at += step) {
      const other = rows[at]
      if (!other || Math.abs(other.bottom - row.bottom) > 2.2 * row.size) break
      if (!isSameSize(other.size, row.size)) continue
      const spans = other.pieces.map(edgesOf)
      if (spans.some(([left, right]) => left < from && right > to)) across++
      else if (spans.some(([left]) => left >= from) && spans.some(([, right]) => right <= to)) open++
    }
  return across > open
}

/** Pieces that belong together: a mark before its line, and words of a line that was justified with wide blanks. */
const joinedPieces = (rows: readonly RowOfPieces[], index: number, walls: readonly Rectangle[]): Glyph[][] => {
  const joined: Glyph[][] = []
  for (const piece of rows[index]?.pieces ?? []) {
    const [before, first] = [joined.at(-1), piece[0]]
    const [start, end] = [before?.[0], before?.at(-1)]
    if (!before || !first || !start || !end || isParted(end, first, walls)) {
      joined.push([...piece])
      continue
    }
    const [gap, size] = [first.left - end.right, first.size]
    const isHanging = end.right - start.left <= hanging.width * size && gap <= hanging.gap * size
    const isBlank = gap <= widestBlank * size && isRunAcross(rows, index, end.right, first.left)
    if (isHanging || isBlank) before.push(...piece)
    else joined.push([...piece])
  }
  return joined
}

/** Bullets, footnote marks and fractions: set in another size than the line that they belong to. */
const smallMark = /^[^\p{L}]{1,2}$/u

/** Puts marks of another size to the line that they stand in or before. */
const withSmallMarks = (pieces: readonly (readonly Glyph[])[], walls: readonly Rectangle[]): Glyph[][] => {
  const isMark = (piece: readonly Glyph[]): boolean => smallMark.test(piece.map(({ text }) => text).join(''))
  const marks = pieces.filter(isMark)
  const lines = pieces
    .filter((piece) => !isMark(piece))
    .map((piece) => ({ glyphs: [...piece], ...around(piece) }))
    .sort((a, b) => a.bottom - b.bottom)
  const alone: Glyph[][] = []
  for (const mark of marks) {
    const place = around(mark)
    const [first, last] = [mark[0], mark.at(-1)]
    if (!first || !last) continue
    const reach = 2 * first.size
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle]?.bottom ?? 0) < place.bottom - reach) low = middle + 1
      else high = middle
    }
    let host: (typeof lines)[number] | undefined
    for (; low < lines.length && (lines[low]?.bottom ?? 0) <= place.bottom + reach; low++) {
      const line = lines[low]
      const [start, end] = [line?.glyphs[0], line?.glyphs.at(-1)]
      if (!line || !start || !end || first.size > 2 * start.size || start.size > 2.2 * first.size) continue
      const isLevel = sharedHeight(line, place) > 0.5 * Math.min(first.size, start.size)
      const isBefore = start.left >= last.right - 0.3 * start.size && start.left - last.right < 1.2 * start.size
      const isAfter = first.left >= end.right - 0.3 * end.size && first.left - end.right < 0.5 * end.size
      if (!isLevel || (isBefore ? isParted(last, start, walls) : !isAfter || isParted(end, first, walls))) continue
      host = line
      if (isBefore) break
    }
    if (host) host.glyphs.push(...mark)
    else alone.push([...mark])
  }
  return [...lines.map(({ glyphs }) => glyphs.sort((a, b) => a.left - b.left)), ...alone]
}

/**
 * The lines of a page, from its top. Titles are letter-spaced, some wider than the gutter between columns, so what is a gap depends on the
 * other gaps of the row.
 * @param walls what stands between columns: rules and pictures
 */
export const linesOf = (glyphs: readonly Glyph[], walls: readonly Rectangle[], bodySize: number): Line[] => {
  const isTitle = (size: number): boolean => size >= 1.2 * bodySize
  const rows = rowsOf(glyphs)
    .map((row): RowOfPieces => {
      const size = row[0]?.size ?? 0
      const gaps = row.slice(1).map((glyph, index) => glyph.left - (row[index]?.right ?? glyph.left))
      const usual = isTitle(size) ? Math.max(0, medianOf(gaps)) : 0
      const pieces: Glyph[][] = []
      row.forEach((glyph, index) => {
        const [before, piece] = [row[index - 1], pieces.at(-1)]
        const most = Math.max(widestGap[isTitle(size) ? 'title' : 'text'] * glyph.size, 2 * usual)
        const gap = gaps[index - 1] ?? 0
        if (before && piece && gap <= most && !(gap > 0.25 * glyph.size && isParted(before, glyph, walls)))
          piece.push(glyph)
        else pieces.push([glyph])
      })
      return { pieces, size, bottom: row[0]?.bottom ?? 0 }
    })
    .sort((a, b) => a.bottom - b.bottom)
  const pieces = rows.flatMap((row, index) => (isTitle(row.size) ? row.pieces : joinedPieces(rows, index, walls)))
  return withSmallMarks(pieces, walls)
    .map((piece) => lineOf(piece, bodySize))
    .sort((a, b) => a.top - b.top || a.left - b.left)
}
