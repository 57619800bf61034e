import { outlineOfBox } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import { cutsIn } from './cuts'
import { rowsOf } from './fill-columns'
import { createFlows, type AspectOf, type Flows } from './flow'
import { columnLeft, rowTop, type Grid } from './grid'
import { layOutPage, readingOrder, shapesFor, type PageLayout } from './lay-out-page'
import type { Piece } from './piece'
import type { PieceShape } from './piece-shape'
import { mergeParts, noParts, placePiece, type SettingParts } from './place-piece'

/** What stands on a page: pieces of known text, and pieces of which the page takes as much as fits. */
export interface PageWish {
  readonly fixed: readonly Piece[]
  /** Their ranges are all that is left; they may be cut where `cutsIn` allows. */
  readonly flexible: readonly Piece[]
  /** Head over the articles that stand under it. */
  readonly banner?: string
}

/** A page as it was set; pieces in reading order, each with the outline it stands in. */
export interface SetPage {
  readonly pieces: readonly { readonly piece: Piece; readonly outline: Outline }[]
  readonly parts: SettingParts
  /** Height of the sheet, which grows where the text is too long for it. */
  readonly height: number
  /** Rows that the sheet grew by, and rows left blank at its foot. */
  readonly grownRows: number
  readonly blankRows: number
}

/** Neither part of an article that goes on elsewhere is shorter. */
const leastLines = 8
/** Halvings of the search for how much fits. */
const steps = 9
const bannerRows = 4
/** How much pictures may grow, tried from the largest; and beside text that goes on elsewhere. */
const appetites = [1.4, 1.2, 1, 0.8, 0.6, 0.4, 0.2, 0]
const cutAppetite = 0.8

const linesIn = ({ article, range }: Piece, flows: Flows): number => rowsOf(flows(article, range))

/** Index of the last item for which `holds`, where it holds for all before one point and for none after it; else -1. */
const lastHolding = (count: number, holds: (index: number) => boolean): number => {
  let [low, high] = [-1, count]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** The piece cut so that it has about so many lines; whole where the rest would be too short to go on elsewhere. */
const cutTo = (piece: Piece, lines: number, flows: Flows): Piece => {
  const [from, to] = piece.range
  const cuts = cutsIn(piece.article, piece.range)
  const upTo = (index: number): Piece => ({ ...piece, range: [from, cuts[index] ?? to] })
  const rest = (index: number): Piece => ({ ...piece, range: [cuts[index] ?? to, to] })
  const last = lastHolding(cuts.length, (index) => linesIn(rest(index), flows) >= leastLines)
  if (last < 0) return piece
  return upTo(
    Math.max(
      0,
      lastHolding(last + 1, (index) => linesIn(upTo(index), flows) <= lines),
    ),
  )
}

interface Trial {
  readonly layout: PageLayout
  readonly pieces: readonly Piece[]
}

const withoutJump = ({ lineOn: _, ...piece }: Piece): Piece => piece

/** Sets a page: fixed pieces whole, flexible ones as far as the sheet goes. Pure: the same wish gives the same page. */
export const setPage = (wish: PageWish, aspectOf: AspectOf, grid: Grid): SetPage => {
  const flows = createFlows(aspectOf, grid)
  const shapes = new Map<string, PieceShape[]>()
  const choicesFor = (piece: Piece): PieceShape[] => {
    const key = `${piece.article.id} ${piece.part} ${piece.range.join()} ${piece.lineOn ?? ''}`
    const known = shapes.get(key) ?? shapesFor(piece, { flows, aspectOf, grid })
    shapes.set(key, known)
    return known
  }
  const firstRow = wish.banner ? bannerRows : 0
  const tryShare = (share: number, appetite: number): Trial => {
    const cut = wish.flexible.map((piece) => {
      if (share >= 1) return withoutJump(piece)
      const all = linesIn(piece, flows)
      return cutTo(piece, leastLines + share * Math.max(0, all - 2 * leastLines), flows)
    })
    const pieces = readingOrder([...wish.fixed, ...cut])
    return { pieces, layout: layOutPage(pieces.map(choicesFor), grid, { firstRow, appetite }) }
  }
  const fits = ({ layout }: Trial): boolean => layout.rows <= grid.rows

  /** All text, with pictures as large as the sheet allows. */
  const isCuttable = wish.flexible.length > 0
  const whole = appetites
    .filter((appetite) => !isCuttable || appetite >= cutAppetite)
    .map((appetite) => tryShare(1, appetite))
  let best = whole.find(fits) ?? tryShare(1, 0)
  if (isCuttable && !whole.some(fits)) {
    let [low, high] = [0, 1]
    best = tryShare(0, cutAppetite)
    if (!fits(best)) best = tryShare(0, 0)
    for (let step = 0; step < steps && fits(best); step++) {
      const middle = (low + high) / 2
      const trial = tryShare(middle, cutAppetite)
      if (fits(trial)) [best, low] = [trial, middle]
      else high = middle
    }
  }
  return drawPage(best, wish, grid)
}

const drawPage = ({ layout }: Trial, { banner }: PageWish, grid: Grid): SetPage => {
  const drawn = layout.placed.map(({ shape, column, row }) => ({
    shape,
    column,
    row,
    ...placePiece(shape, column, row, grid),
  }))
  const half = Math.round(grid.gutter / 2)
  const rules = layout.rules.map((row) => ({
    x: grid.left,
    y: Math.round(rowTop(grid, row)),
    width: grid.typeWidth,
    height: 0,
    role: 'rule' as const,
  }))
  // A hairline in the gutter, where two pieces stand side by side.
  const gutters = drawn
    .filter(({ column }) => column > 0)
    .map(({ column, row, box, shape }) => {
      const level = Math.max(...drawn.filter((other) => other.row === row).map((other) => other.box.height))
      return {
        x: columnLeft(grid, column) - half,
        y: box.y,
        width: 0,
        height: Math.max(level, shape.rows),
        role: 'rule' as const,
      }
    })
  const bannerHead = banner && {
    x: grid.left,
    y: grid.head,
    width: grid.typeWidth,
    height: (bannerRows - 1) * grid.leading,
    role: 'banner' as const,
    text: banner,
    size: Math.min(Math.round(grid.bodySize * 2.4), Math.floor(grid.typeWidth / Math.max(1, [...banner].length + 2))),
    align: 'center' as const,
  }
  const parts = mergeParts([
    ...drawn.map((one) => one.parts),
    { ...noParts, grounds: [...rules, ...gutters], furniture: bannerHead ? [bannerHead] : [] },
  ])
  const grownRows = Math.max(0, layout.rows - grid.rows)
  return {
    pieces: drawn.map(({ shape, box }) => ({ piece: shape.piece, outline: outlineOfBox(box) })),
    parts,
    height: grid.height + grownRows * grid.leading,
    grownRows,
    blankRows: Math.max(0, grid.rows - layout.rows),
  }
}
