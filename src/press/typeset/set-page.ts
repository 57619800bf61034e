import type { Outline } from '@/bundle/region'
import type { ArticleDraft } from '../model/draft'
import type { PageScore } from '../model/page-score'
import { isContinuation, type Portion } from './copyfit/portion'
import { unitsOf } from './copyfit/unit'
import type { UnitShape } from './copyfit/unit-shape'
import { cutOfferOf, type CutOffer } from './copyfit/overfull'
import { narrowedTables, type NarrowedTable } from './copyfit/narrowed-tables'
import { blankPlaces, type BlankPlace } from './drawing/blank-places'
import type { CornerMasthead } from './furniture/corner-masthead'
import { emsOf } from './furniture/furniture-line'
import type { Grid } from './grid'
import { layPage } from './lay-page'
import type { Placed } from './layout/slice-page'
import type { AspectOf } from './lines/flow'
import type { DrawnFurniture, SettingParts } from './setting-parts'
import { bannerStyle } from './type-styles'
import { said, type Reason } from '../findings/chinese/reasons'

/** What is to stand on a page. */
export interface PageWish {
  readonly portions: readonly Portion[]
  /** The head over the articles that stand under a banner. */
  readonly banner?: string
  readonly masthead?: CornerMasthead
}

/** A portion as a page took it, with the range that stands there. */
export interface SetPortion {
  readonly portion: Portion
  readonly outlines: readonly Outline[]
}

export interface SetPage {
  /** In reading order. */
  readonly portions: readonly SetPortion[]
  readonly parts: SettingParts
  /** Height of the sheet, which grows where the text is too long for it. */
  readonly height: number
  /** Rows that the sheet grew by. */
  readonly grownRows: number
  /** Rows left blank at the foot. */
  readonly blankRows: number
  /** What the layout costs, in cells, with blanks counted once. */
  readonly cost: number
  /** What made it cost less than others. */
  readonly score: PageScore
  /** Wishes of the editor that the page could not keep, and why. */
  readonly unkept: readonly { readonly article: ArticleDraft; readonly reason: Reason }[]
  /** Blanks inside the page as it is laid out, before a vertical one is turned. */
  readonly blanks: readonly BlankPlace[]
  readonly narrowedTables: readonly NarrowedTable[]
  /** Where the sheet grew: what to cut instead. */
  readonly cutOffer?: CutOffer
}

const bannerHead = (text: string, { left, head, typeWidth, leading, bodySize }: Grid): DrawnFurniture => {
  const { rows, airBelow, scale, sideEms } = bannerStyle
  const fitting = Math.floor(typeWidth / (emsOf(text) + 2 * sideEms))
  return {
    x: left,
    y: head,
    width: typeWidth,
    height: (rows - airBelow) * leading,
    role: 'banner',
    text,
    size: Math.min(Math.round(bodySize * scale), fitting),
    align: 'center',
  }
}

/** What the unit's place does not keep of its article's wish, in words. */
const unkeptIn = ({ shape, span, row, rows }: Placed<UnitShape>, foot: number, grid: Grid): Reason[] => {
  const [portion] = shape.unit.portions
  const { wish } = portion.article
  if (!wish || isContinuation(portion)) return []
  return [
    ...(wish.columns !== undefined && wish.columns !== span
      ? [said(`columns: ${wish.columns}, but the page has ${grid.columns} columns, so it stands over ${span}`)]
      : []),
    ...(wish.place === 'top' && row > 0 ? [said('place: top, but another article of the page stands above it')] : []),
    ...(wish.place === 'foot' && row + rows < foot
      ? [said('place: foot, but another article of the page stands below it')]
      : []),
  ]
}

/** Sets a page: the best layout of its units, each grown to the rows that it was given. Pure: the same wish gives the same page. */
export const setPage = ({ portions, banner, masthead }: PageWish, aspectOf: AspectOf, grid: Grid): SetPage => {
  const firstRow = banner ? bannerStyle.rows : 0
  const furniture = banner ? [bannerHead(banner, grid)] : []
  const room = { aspectOf, grid, firstRow, furniture, ...(masthead && { masthead }) }
  const { placed, rows, cost, score, drawn, parts, blank } = layPage(unitsOf(portions), room)
  const used = firstRow + rows
  const grownRows = Math.max(0, used - grid.rows)
  const shapes = drawn.map(({ fitted }) => fitted)
  const blankCells = Math.round(blank * grid.columns * Math.max(grid.rows, used))
  const cutOffer = grownRows > 0 ? cutOfferOf(shapes, { overCells: grownRows * grid.columns, blankCells }) : undefined
  return {
    portions: drawn.flatMap(({ fitted, outlines }) =>
      fitted.portions.map((portion) => ({ portion, outlines: outlines.get(portion.article.id) ?? [] })),
    ),
    parts,
    height: grid.height + grownRows * grid.leading,
    grownRows,
    blankRows: Math.max(0, grid.rows - used),
    cost,
    score,
    blanks: blankPlaces(parts, placed, shapes, { grid, firstRow, rows }),
    ...(cutOffer && { cutOffer }),
    narrowedTables: shapes.flatMap((shape) => narrowedTables(shape, grid)),
    unkept: placed.flatMap((one) =>
      unkeptIn(one, rows, grid).map((reason) => ({ article: one.shape.unit.portions[0].article, reason })),
    ),
  }
}
