import type { WordBox } from '../../printed/printed-issue'
import { boxOnPage, type Size } from '../manifest/place'
import type { ArticlePlace, RangeArticle } from './articles-in-ranges'

/** What an article has on one page before it goes on on another. */
export interface ArticleRun {
  readonly page: number
  /** Pixels of the page, in reading order; none if only the page is known. */
  readonly boxes: readonly WordBox[]
}

/** An article whose places are counted in pixels of its pages. */
export interface PlacedArticle extends Omit<RangeArticle, 'places'> {
  readonly runs: readonly ArticleRun[]
}

/** A page that places are put on. */
export interface PageSize {
  /** In the units of the canvas. */
  readonly canvas: Size
  /** Pixels. */
  readonly page: Size
}

export interface PlacedArticles {
  readonly articles: readonly PlacedArticle[]
  /** Articles that are more than an issue, or a page, may have. */
  readonly leftOut: number
  /** Places that reach out of their canvas, or lie outside of it. */
  readonly outside: number
  /** Selectors without an area, as written. */
  readonly unread: readonly string[]
}

/** What a bundle may hold, and some room for what stands in no article. */
const [mostArticles, mostOnPage] = [4000, 1900]

/** The first articles, as far as an issue and each of its pages may have them. */
const withinLimits = (articles: readonly PlacedArticle[]): PlacedArticle[] => {
  const onPage = new Map<number, number>()
  return articles
    .filter(({ runs }) => {
      const isRoom = runs.every(({ page }) => (onPage.get(page) ?? 0) < mostOnPage)
      if (isRoom) for (const { page } of runs) onPage.set(page, (onPage.get(page) ?? 0) + 1)
      return isRoom
    })
    .slice(0, mostArticles)
}

interface OpenRun {
  readonly page: number
  readonly boxes: WordBox[]
}

/** Puts the places of articles on their pages; those that follow one another on a page are one run. */
export const placeArticles = (articles: readonly RangeArticle[], sizes: readonly PageSize[]): PlacedArticles => {
  let outside = 0
  const unread: string[] = []
  const boxOf = ({ page, area, unread: written }: ArticlePlace): WordBox | 'page' | undefined => {
    const size = sizes[page]
    if (written !== undefined) unread.push(written)
    if (!area || !size) return 'page'
    const found = boxOnPage(area, size.canvas, size.page)
    if (!found || found.isCut) outside++
    return found?.box
  }
  const placed = articles.map(({ places, ...article }) => {
    const runs: OpenRun[] = []
    for (const place of places) {
      const box = boxOf(place)
      if (box === undefined) continue
      const last = runs.at(-1)
      const run = last?.page === place.page ? last : { page: place.page, boxes: [] }
      if (run !== last) runs.push(run)
      if (box !== 'page') run.boxes.push(box)
    }
    return { ...article, runs }
  })
  const kept = withinLimits(placed)
  return { articles: kept, leftOut: placed.length - kept.length, outside, unread }
}
