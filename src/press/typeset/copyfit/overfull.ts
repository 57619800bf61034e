import { rowsOf } from '../lines/flow-item'
import type { UnitShape } from './unit-shape'

/** What an editor may cut so that a page fits its sheet. */
export interface CutOffer {
  /** Headline of the article. */
  readonly title: string
  /** Lines of a column. */
  readonly lines: number
}

const linesOf = (shape: UnitShape): number =>
  rowsOf((shape.kind === 'columns' ? shape : shape.inner).columns.flat().filter(({ kind }) => kind === 'line'))

const cellsOf = ({ span, rows }: UnitShape): number => span * rows

/**
 * The article to cut on a page that is too full, the longest text that is no lead if there is another, and by how many lines: as many
 * as the sheet has grown by, less what is blank on it.
 */
export const cutOfferOf = (
  shapes: readonly UnitShape[],
  { overCells, blankCells }: { readonly overCells: number; readonly blankCells: number },
): CutOffer | undefined => {
  const articles = shapes.filter(
    ({ unit, portions: [{ article }] }) => unit.kind === 'article' && article.kind === 'news',
  )
  const others = articles.filter(({ portions: [{ article }] }) => article.weight !== 'lead')
  const [longest] = (others.length > 0 ? others : articles).toSorted(
    (a, b) => linesOf(b) - linesOf(a) || cellsOf(b) - cellsOf(a),
  )
  if (!longest) return undefined
  const [{ article, head }] = longest.portions
  const title = head ?? article.headline ?? article.workingTitle
  const lines = Math.max(1, overCells - blankCells)
  return title === undefined ? undefined : { title, lines }
}
