import type { ArticleId } from '@/bundle/ids'
import type { Outline } from '@/bundle/region'
import type { ArticleDraft } from '../model/draft'
import { isContinuation, type Portion } from './copyfit/portion'
import { unitsOf } from './copyfit/unit'
import type { UnitShape } from './copyfit/unit-shape'
import type { CornerMasthead } from './furniture/corner-masthead'
import type { Grid } from './grid'
import { layPage } from './lay-page'
import type { Placed } from './layout/slice-page'
import type { AspectOf } from './lines/flow'
import type { DrawnFurniture, SettingParts } from './setting-parts'

/** What stands on a page: its portions, and a head over the articles that stand under it. */
export interface PageWish {
  readonly portions: readonly Portion[]
  readonly banner?: string
  readonly masthead?: CornerMasthead
}

/** A page as it was set; portions in reading order with the ranges that stand here, each with its outlines. */
export interface SetPage {
  readonly portions: readonly { readonly portion: Portion; readonly outlines: readonly Outline[] }[]
  readonly parts: SettingParts
  /** Height of the sheet, which grows where the text is too long for it. */
  readonly height: number
  /** Rows that the sheet grew by, and rows left blank at its foot. */
  readonly grownRows: number
  readonly blankRows: number
  /** What the layout costs: `layout-tree.ts` and `shape-cost.ts` say what counts. */
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

/** What of an article's wish its place does not keep, in words. */
const unkeptIn = ({ shape, span, row, rows }: Placed<UnitShape>, foot: number, grid: Grid): string[] => {
  const [portion] = shape.unit.portions
  const { wish } = portion.article
  if (!wish || isContinuation(portion)) return []
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

/** Sets a page: the best layout of its units, each grown to the rows it was given. Pure: the same wish gives the same page. */
export const setPage = ({ portions, banner, masthead }: PageWish, aspectOf: AspectOf, grid: Grid): SetPage => {
  const firstRow = banner ? bannerRows : 0
  const furniture = banner ? [bannerHead(banner, grid)] : []
  const room = { aspectOf, grid, firstRow, furniture, ...(masthead && { masthead }) }
  const { placed, rows, cost, drawn, parts } = layPage(unitsOf(portions), room)
  const used = firstRow + rows
  const grownRows = Math.max(0, used - grid.rows)
  const outlinesOf = (id: ArticleId, outlines: ReadonlyMap<ArticleId, readonly Outline[]>) => outlines.get(id) ?? []
  return {
    portions: drawn.flatMap(({ fitted, outlines }) =>
      fitted.portions.map((portion) => ({ portion, outlines: outlinesOf(portion.article.id, outlines) })),
    ),
    parts,
    height: grid.height + grownRows * grid.leading,
    grownRows,
    blankRows: Math.max(0, grid.rows - used),
    cost,
    unkept: placed.flatMap((one) =>
      unkeptIn(one, rows, grid).map((reason) => ({ article: one.shape.unit.portions[0].article, reason })),
    ),
  }
}
