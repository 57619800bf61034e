import { boundsOf, isInsideOutline, type Point } from '@/bundle/geometry'
import type { DeskChange } from '@/press/preview/desk-record'
import type { BoardArticle } from '../articles-of-page'
import type { DrawnOutlines } from './use-outline-edit'

/** Articles as the board shows them: with what is on its way to the press, and with what a hand is drawing. */
export const withDrawn = (
  articles: readonly BoardArticle[],
  page: number,
  waiting: readonly DeskChange[],
  draft: DrawnOutlines | undefined,
): BoardArticle[] => {
  const drawn = [
    ...waiting.flatMap((change) => (change.does === 'outlines' && change.page === page ? [change] : [])),
    ...(draft?.page === page ? [draft] : []),
  ]
  return articles.map((one) => ({
    ...one,
    outlines: drawn.findLast(({ article }) => article === one.article.key)?.outlines ?? one.outlines,
  }))
}

const areaOf = ({ outlines }: BoardArticle): number => {
  const { width, height } = boundsOf(outlines)
  return width * height
}

/** The article at a point: of several the smallest, which would otherwise be out of reach under a larger one. */
export const articleAt = (articles: readonly BoardArticle[], point: Point): BoardArticle | undefined =>
  articles
    .filter(({ outlines }) => outlines.some((outline) => isInsideOutline(outline, point)))
    .toSorted((a, b) => areaOf(a) - areaOf(b))[0]

/** So many colours tell neighbours apart; `outline-colours.css` has them. */
const hues = 7
export const hueOf = (no: number): string => `hue-${(no - 1) % hues}`
