import type { Grid } from './grid'
import { isContinuation, type Piece } from './piece'
import { shapeOf, type PageContext, type PieceShape } from './piece-shape'
import { rowsOf } from './fill-columns'

/** A shape with its place on the page: column and row of its top left corner. */
export interface PlacedShape {
  readonly shape: PieceShape
  readonly column: number
  readonly row: number
}

export interface PageLayout {
  readonly placed: readonly PlacedShape[]
  /** Rows from the head of the type area to the foot of the lowest piece. */
  readonly rows: number
  /** Rows at which a hairline parts two bands. */
  readonly rules: readonly number[]
}

export interface LayoutWish {
  /** Row at which the first band begins: what stands above is taken. */
  readonly firstRow: number
  /** What a row of picture is worth beside a row of text: 0 keeps pictures small, above 1 makes them as large as may be. */
  readonly appetite: number
}

/** Rows between two bands: air, a hairline, air. */
const bandGap = 1
/** At most so many pieces stand side by side. */
const mostInBand = 4

const order: readonly Piece['article']['weight'][] = ['lead', 'second', 'standard', 'brief']

/** Reading order: those under the banner first, by weight, continuations after the page's own articles, briefs last. */
const rankOf = (piece: Piece): number =>
  (piece.article.isUnderBanner && !isContinuation(piece) ? 0 : 10) +
  (isContinuation(piece) ? 2.5 : order.indexOf(piece.article.weight))

export const readingOrder = (pieces: readonly Piece[]): Piece[] => [...pieces].sort((a, b) => rankOf(a) - rankOf(b))

/** Spans that suit a piece on a page of so many columns. */
const spansFor = (piece: Piece, columns: number): number[] => {
  const share = (part: number): number => Math.max(1, Math.round(columns * part))
  const ranges = { lead: [0.6, 1], second: [0.4, 0.8], standard: [0.2, 0.6], brief: [0.2, 0.4] } as const
  const [least, most] = isContinuation(piece) ? [0.2, 0.8] : ranges[piece.article.weight]
  const spans = Array.from({ length: columns }, (_, index) => index + 1)
  const suited = spans.filter((span) => span >= share(least) && span <= share(most))
  // A piece may always stand over the whole width, so that every set of pieces has a layout.
  return suited.includes(columns) ? suited : [...suited, columns]
}

/** Fewer lines than this in a column look like a mistake. */
const leastColumnRows = 5

/** What a picture costs for each column that it is too narrow, in rows of one column. */
const smallPicture = 30

/** What a shape costs beyond its area, in rows of one column. */
const uglinessOf = ({ piece, span, columns, titleBlock, plates }: PieceShape, total: number): number => {
  const rows = rowsOf(columns.flat())
  const isThin = span > 1 && rows > 0 && rows / span < leastColumnRows
  const headline = titleBlock.titles.find(({ role }) => role === 'headline')
  const isSmallTitle = headline && headline.lines.length > 2
  const isSwollen = span === total && piece.article.weight !== 'lead' && total > 2
  // A picture over half of its article's columns, and not one lost in a corner.
  const hasPicture = plates.length > 0 || columns.flat().some(({ kind }) => kind === 'plate')
  const missing = hasPicture ? Math.max(0, Math.round(span * 0.55) - (plates[0]?.span ?? Math.min(1, span - 1))) : 0
  return (isThin ? 12 : 0) + (isSmallTitle ? 4 : 0) + (isSwollen ? 10 : 0) + missing * smallPicture
}

/** Every shape worth trying for a piece. */
export const shapesFor = (piece: Piece, context: PageContext): PieceShape[] =>
  spansFor(piece, context.grid.columns).flatMap((span) =>
    [0, 1, 2, 3, 4, 5].flatMap((plateSpan) => shapeOf(piece, { span, plateSpan }, context) ?? []),
  )

interface Band {
  readonly shapes: readonly PieceShape[]
  readonly rows: number
  readonly cost: number
}

const plateArea = ({ plates, columns }: PieceShape): number =>
  plates.reduce((sum, { rows, span }) => sum + rows * span, 0) +
  columns.flat().reduce((sum, item) => sum + (item.kind === 'plate' ? item.rows : 0), 0)

/** The best way to set these pieces side by side over the whole width. */
const bandOf = (choices: readonly (readonly PieceShape[])[], columns: number, appetite: number): Band | undefined => {
  let best: Band | undefined
  const visit = (index: number, left: number, shapes: readonly PieceShape[]): void => {
    const options = choices[index]
    if (!options) {
      if (left !== 0) return
      const rows = Math.max(...shapes.map((shape) => shape.rows))
      const blank = shapes.reduce((sum, shape) => sum + (rows - shape.rows) * shape.span, 0)
      const ugliness = shapes.reduce((sum, shape) => sum + uglinessOf(shape, columns), 0)
      const pictures = shapes.reduce((sum, shape) => sum + plateArea(shape), 0)
      const cost = rows * columns + blank * 0.5 + ugliness - appetite * pictures
      if (!best || cost < best.cost) best = { shapes, rows, cost }
      return
    }
    for (const shape of options) if (shape.span <= left) visit(index + 1, left - shape.span, [...shapes, shape])
  }
  visit(0, columns, [])
  return best
}

interface Plan {
  readonly cost: number
  readonly bands: readonly Band[]
}

/**
 * Lays pieces out in bands: in reading order, one to four side by side over the whole width, so that the bands together are
 * as low and as level as may be. Nothing overlaps by construction.
 * @param choices the shapes of each piece, in reading order
 */
export const layOutPage = (
  choices: readonly (readonly PieceShape[])[],
  grid: Grid,
  { firstRow, appetite }: LayoutWish,
): PageLayout => {
  const plans: (Plan | undefined)[] = [{ cost: 0, bands: [] }]
  for (let to = 1; to <= choices.length; to++) {
    for (let from = Math.max(0, to - Math.min(mostInBand, grid.columns)); from < to; from++) {
      const before = plans[from]
      const band = before && bandOf(choices.slice(from, to), grid.columns, appetite)
      if (!before || !band) continue
      const cost = before.cost + band.cost + bandGap * grid.columns
      const current = plans[to]
      if (!current || cost < current.cost) plans[to] = { cost, bands: [...before.bands, band] }
    }
  }
  const bands = plans[choices.length]?.bands ?? []
  const used = bands.reduce((sum, { rows }) => sum + rows, 0) + Math.max(0, bands.length - 1) * bandGap
  // What is left over, up to two rows a band, is air between the bands rather than blank at the foot.
  const spare = Math.max(0, grid.rows - firstRow - used)
  const gaps = Math.max(0, bands.length - 1)
  const extra = gaps > 0 ? Math.min(2 * gaps, spare) : 0
  const placed: PlacedShape[] = []
  const rules: number[] = []
  let row = firstRow
  bands.forEach(({ shapes, rows }, index) => {
    let column = 0
    for (const shape of shapes) {
      placed.push({ shape, column, row })
      column += shape.span
    }
    row += rows
    if (index === bands.length - 1) return
    const gap = bandGap + Math.floor((extra * (index + 1)) / gaps) - Math.floor((extra * index) / gaps)
    rules.push(row + gap / 2)
    row += gap
  })
  return { placed, rows: row, rules }
}
