import type { Box } from '@/bundle/geometry'
import type { ArticleId } from '@/bundle/ids'
import type { Outline } from '@/bundle/region'
import { candidatesFor } from './candidates'
import type { ArticleDraft } from '../model/draft'
import { createFlows, type AspectOf } from './flow'
import { columnLeft, rowTop, spanWidth, type Grid } from './grid'
import { isContinuation, type Piece } from './piece'
import { placeUnit } from './place-unit'
import { mergeParts, noParts, type DrawnFurniture, type DrawnGround, type SettingParts } from './setting-parts'
import { slicePage, type Placed, type SliceRule } from './slice-page'
import { unitsOf } from './unit'
import { placeVertical } from './vertical-shape'
import { fitTo, type PageContext, type UnitShape } from './unit-shape'

/** What stands on a page: its pieces, and a head over the articles that stand under it. */
export interface PageWish {
  readonly pieces: readonly Piece[]
  readonly banner?: string
}

/** A page as it was set; pieces in reading order with the ranges that stand here, each with its outlines. */
export interface SetPage {
  readonly pieces: readonly { readonly piece: Piece; readonly outlines: readonly Outline[] }[]
  readonly parts: SettingParts
  /** Height of the sheet, which grows where the text is too long for it. */
  readonly height: number
  /** Rows that the sheet grew by, and rows left blank at its foot. */
  readonly grownRows: number
  readonly blankRows: number
  /** What the layout costs: `slice-page.ts` and `candidates.ts` say what counts. */
  readonly cost: number
  /** Wishes of the editor that the page could not keep, and why. */
  readonly unkept: readonly { readonly article: ArticleDraft; readonly reason: string }[]
}

const bannerRows = 4

const bannerHead = (text: string, grid: Grid): DrawnFurniture => ({
  x: grid.left,
  y: grid.head,
  width: grid.typeWidth,
  height: (bannerRows - 1) * grid.leading,
  role: 'banner',
  text,
  size: Math.min(Math.round(grid.bodySize * 2.6), Math.floor(grid.typeWidth / ([...text].length + 2))),
  align: 'center',
})

const ruleOf = (rule: SliceRule, firstRow: number, grid: Grid): DrawnGround => {
  const half = Math.round(grid.gutter / 2)
  if (rule.kind === 'across')
    return {
      x: columnLeft(grid, rule.column),
      y: Math.round(rowTop(grid, firstRow + rule.row)),
      width: spanWidth(grid, rule.span),
      height: 0,
      role: 'rule',
    }
  const y = rowTop(grid, firstRow + rule.row)
  return { x: columnLeft(grid, rule.column) - half, y, width: 0, height: rule.rows * grid.leading, role: 'rule' }
}

/** What of an article's wish its place does not keep, in words. */
const unkeptIn = ({ shape, span, row, rows }: Placed<UnitShape>, foot: number, grid: Grid): string[] => {
  const [piece] = shape.unit.pieces
  const { wish } = piece.article
  if (!wish || isContinuation(piece)) return []
  return [
    ...(wish.columns !== undefined && wish.columns !== span
      ? [`columns: ${wish.columns}, but the page has ${grid.columns} columns, so it stands over ${span}`]
      : []),
    ...(wish.place === 'top' && row > 0 ? ['place: top, but another article of the page stands above it'] : []),
    ...(wish.place === 'foot' && row + rows < foot
      ? ['place: foot, but another article of the page stands below it']
      : []),
  ]
}

/** The rows and columns of the type area on which nothing stands, as a share of it. */
const blankShare = ({ frames, titles, plates, furniture, grounds }: SettingParts, grid: Grid): number => {
  const boxes = [...frames, ...titles, ...plates, ...furniture]
  const rules = grounds.filter(({ role, height }) => role === 'rule' && height === 0)
  const isIn = (column: number, { x, width }: Box): boolean => {
    const left = columnLeft(grid, column)
    return x < left + grid.columnWidth && x + width > left
  }
  let blank = 0
  for (let column = 0; column < grid.columns; column++) {
    const own = boxes.filter((box) => isIn(column, box))
    const ownRules = rules.filter((rule) => isIn(column, rule))
    for (let row = 0; row < grid.rows; row++) {
      const [head, foot] = [rowTop(grid, row), rowTop(grid, row + 1)]
      const isTaken = own.some(({ y, height }) => y < foot - 1 && y + height > head + 1)
      if (!isTaken && !ownRules.some(({ y }) => y >= head - 1 && y <= foot + 1)) blank++
    }
  }
  return blank / (grid.columns * grid.rows)
}

/** A page blanker than this is laid out once more, blanks minded more than all else. */
const mostBlank = 0.06
const blankWeights = [3, 8]
/** A page with so little text that its foot stays blank is not laid out again. */
const leastFilled = 0.8

/** Sets a page: the best layout of its units, each grown to the rows it was given. Pure: the same wish gives the same page. */
export const setPage = ({ pieces, banner }: PageWish, aspectOf: AspectOf, grid: Grid): SetPage => {
  const context: PageContext = { flows: createFlows(aspectOf, grid), aspectOf, grid }
  const firstRow = banner ? bannerRows : 0
  const units = unitsOf(pieces)
  const choices = units.map((unit) => candidatesFor(unit, context))
  const lay = (blankWeight: number) => {
    const sliced = slicePage(choices, { columns: grid.columns, rows: grid.rows - firstRow, blankWeight })
    const drawn = sliced.placed.map(({ shape, column, row, rows }) => {
      const spot = { column, row: firstRow + row, rows }
      if (shape.lying) return { fitted: shape, ...placeVertical(shape, shape.lying, spot, grid) }
      const fitted = fitTo(shape, rows, context)
      return { fitted, ...placeUnit(fitted, spot, grid) }
    })
    const rules = sliced.rules.map((rule) => ruleOf(rule, firstRow, grid))
    const parts = mergeParts([
      ...drawn.map((one) => one.parts),
      { ...noParts, grounds: rules, furniture: banner ? [bannerHead(banner, grid)] : [] },
    ])
    return { sliced, drawn, parts, blank: blankShare(parts, grid) }
  }
  let laid = lay(1)
  for (const weight of blankWeights) {
    if (laid.blank <= mostBlank || laid.sliced.rows < (grid.rows - firstRow) * leastFilled) break
    const again = lay(weight)
    if (again.blank < laid.blank && again.sliced.rows <= laid.sliced.rows) laid = again
  }
  const { sliced, drawn, parts } = laid
  const used = firstRow + sliced.rows
  const grownRows = Math.max(0, used - grid.rows)
  const outlinesOf = (id: ArticleId, outlines: ReadonlyMap<ArticleId, readonly Outline[]>) => outlines.get(id) ?? []
  return {
    pieces: drawn.flatMap(({ fitted, outlines }) =>
      fitted.pieces.map((piece) => ({ piece, outlines: outlinesOf(piece.article.id, outlines) })),
    ),
    parts,
    height: grid.height + grownRows * grid.leading,
    grownRows,
    blankRows: Math.max(0, grid.rows - used),
    cost: sliced.cost,
    unkept: sliced.placed.flatMap((placed) =>
      unkeptIn(placed, sliced.rows, grid).map((reason) => ({ article: placed.shape.unit.pieces[0].article, reason })),
    ),
  }
}
