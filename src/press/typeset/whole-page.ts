import type { IssueDraft, PageDraft, SheetFormat } from '../model/draft'
import { said } from '../findings/chinese/reasons'
import { createBroadBlocks } from './copyfit/broad-blocks'
import type { Portion } from './copyfit/portion'
import { createTitleSettings } from './copyfit/title-setting'
import { turnOutline, turnParts } from './drawing/turn-page'
import { cornerMasthead } from './furniture/corner-masthead'
import { folioParts } from './furniture/folio'
import { mastheadOf } from './furniture/masthead'
import { gridOf, type Grid } from './grid'
import { createFlows, type AspectOf } from './lines/flow'
import { setPage, type PageWish, type SetPage } from './set-page'
import { mergeParts } from './setting-parts'
import { giveFaces } from './title-faces'
import { earStyle, folioRows } from './type-styles'

/** What a page is set from: its sheet, its issue, and the portions that it is asked to take. */
export interface WholePageWish {
  readonly page: PageDraft
  readonly portions: readonly Portion[]
  readonly sheet: SheetFormat
  readonly draft: IssueDraft
  readonly aspectOf: AspectOf
}

/** A page with its masthead or folio, and the grid that it stands on. */
export interface WholePage extends SetPage {
  readonly grid: Grid
}

const wishOf = (portions: readonly Portion[], { banner }: PageDraft): PageWish => ({
  portions,
  ...(banner && { banner }),
})

const setInnerPage = ({ page, portions, sheet, draft, aspectOf }: WholePageWish): WholePage => {
  const grid = gridOf(sheet, draft.lang, folioRows)
  const set = setPage(wishOf(portions, page), aspectOf, grid)
  return { ...set, grid, parts: mergeParts([folioParts(draft, page, grid), set.parts]) }
}

/** Ears that the editor asked for and that are too long, with the reason. */
const unkeptEars = (draft: IssueDraft, portions: readonly Portion[], taken: ReadonlySet<string>): SetPage['unkept'] =>
  (draft.ears ?? []).flatMap(({ article, isAsked }) => {
    const portion = portions.find((one) => one.article.id === article)
    const reason = said(
      `ears: it is too long to stand beside the nameplate, which has room for ${earStyle.mostRows} lines`,
    )
    return isAsked && portion && !taken.has(article) ? [{ article: portion.article, reason }] : []
  })

/** The front page: what stands beside the nameplate is set first, the rest below the masthead. */
const setFrontPage = ({ page, portions, sheet, draft, aspectOf }: WholePageWish): WholePage => {
  const bare = gridOf(sheet, draft.lang, 0)
  const context = {
    aspectOf,
    grid: bare,
    flows: createFlows(aspectOf, bare),
    broadBlocks: createBroadBlocks(aspectOf, bare),
    titleSettings: createTitleSettings(bare),
    pictures: 0,
    titleScale: 1,
  }
  const masthead = mastheadOf(draft, portions, context)
  const eared = masthead.ears.map(({ shape }) => shape.portions[0])
  const taken = new Set<string>(eared.map(({ article }) => article.id))
  const grid = gridOf(sheet, draft.lang, masthead.rows)
  const set = setPage(
    wishOf(
      portions.filter(({ article }) => !taken.has(article.id)),
      page,
    ),
    aspectOf,
    grid,
  )
  const { parts, outlines } = masthead.draw(grid)
  return {
    ...set,
    grid,
    parts: mergeParts([parts, set.parts]),
    // What the paper says of itself is read after its news.
    portions: [
      ...set.portions,
      ...eared.map((portion) => ({ portion, outlines: outlines.get(portion.article.id) ?? [] })),
    ],
    unkept: [...set.unkept, ...unkeptEars(draft, portions, taken)],
  }
}

/** A page of vertical lines, laid out on its side and turned; the masthead of the first stands in a corner. */
const setVerticalPage = ({ page, portions, sheet, draft, aspectOf }: WholePageWish): WholePage => {
  const isFront = page.no === 1
  const grid = gridOf(sheet, draft.lang, isFront ? 0 : folioRows)
  const set = setPage(
    { ...wishOf(portions, page), ...(isFront && { masthead: cornerMasthead(draft, grid) }) },
    aspectOf,
    grid,
  )
  const parts = isFront ? set.parts : mergeParts([folioParts(draft, page, grid), set.parts])
  return {
    ...set,
    grid,
    parts: turnParts(parts, set.height),
    portions: set.portions.map(({ portion, outlines }) => ({
      portion,
      outlines: outlines.map((outline) => turnOutline(outline, set.height)),
    })),
  }
}

const setInShape = (wish: WholePageWish): WholePage => {
  if (wish.sheet.isVertical) return setVerticalPage(wish)
  return wish.page.no === 1 ? setFrontPage(wish) : setInnerPage(wish)
}

/** Sets a page with its masthead or folio. Pure: the same wish gives the same page. */
export const setWholePage = (wish: WholePageWish): WholePage => {
  const set = setInShape(wish)
  const articles = new Map(wish.portions.map(({ article }) => [article.id, article]))
  return { ...set, parts: { ...set.parts, titles: giveFaces(set.parts.titles, articles, set.grid) } }
}
