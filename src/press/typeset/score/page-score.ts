import type { LayoutScore, PageScore, PlacedItem, ScoreItem } from '../../model/page-score'
import type { CornerMasthead } from '../furniture/corner-masthead'
import type { PageContext, UnitShape } from '../copyfit/unit-shape'
import type { SlicedPage } from '../layout/slice-page'
import type { Tree } from '../layout/layout-tree'
import { footRules, holeRules, mastheadRules, meetingRules, overflowRules, type LayoutRoom } from './page-rules'
import { itemsBy } from './rule'
import { shapeBlankItems } from './blank-rules'
import { shapeItems } from './shape-rules'

type AnyShape = UnitShape | CornerMasthead
type AnyTree = Tree<AnyShape>

/** How a page was scored: its room, what its shapes were made with, and how many times its cost a blank counts. */
interface Scoring {
  readonly page: LayoutRoom
  readonly context: PageContext
  readonly blankWeight: number
}

const titleIn = (shape: AnyShape): string[] => {
  if (shape.kind === 'masthead') return []
  const { article, head } = shape.portions[0]
  const title = article.headline ?? head ?? article.workingTitle ?? article.rubric
  return [title ?? article.id]
}

/** The unit whose title meets that of the neighbour. */
const headOf = (tree: AnyTree): AnyShape => {
  if (tree.kind === 'single') return tree.candidate.shape
  const { first, second, headSize } = tree
  return headOf(tree.kind === 'side-by-side' && first.headSize !== headSize ? second : first)
}

const about = (items: readonly ScoreItem[], articles: readonly string[]): PlacedItem[] =>
  items.map((item) => ({ ...item, articles }))

const weighed = (items: readonly PlacedItem[], weight: number): PlacedItem[] =>
  items.map((item) => ({ ...item, cost: item.cost * weight }))

const itemsIn = (tree: AnyTree, scoring: Scoring): PlacedItem[] => {
  const { context, blankWeight } = scoring
  if (tree.kind === 'single') {
    const { shape } = tree.candidate
    if (shape.kind === 'masthead') return about(itemsBy(mastheadRules, { masthead: shape, span: tree.span }), [])
    const titles = titleIn(shape)
    return [
      ...about(shapeItems(shape, context), titles),
      ...weighed(about(shapeBlankItems(shape), titles), blankWeight),
    ]
  }
  const { first, second, rows } = tree
  const below = [...itemsIn(first, scoring), ...itemsIn(second, scoring)]
  if (tree.kind === 'stacked') return below
  const meeting = { first, second, rows }
  const titles = [...titleIn(headOf(first)), ...titleIn(headOf(second))]
  return [
    ...below,
    ...about(itemsBy(meetingRules, meeting), titles),
    ...weighed(about(itemsBy(holeRules, meeting), titles), blankWeight),
  ]
}

const scoreOf = (layout: AnyTree, scoring: Scoring): LayoutScore => {
  const { page, blankWeight } = scoring
  const items = [
    ...itemsIn(layout, scoring),
    ...weighed(about(itemsBy(footRules, { layout, page }), []), blankWeight),
    ...about(itemsBy(overflowRules, { layout, page }), []),
  ].toSorted((one, other) => other.cost - one.cost)
  return { cost: items.reduce((sum, { cost }) => sum + cost, 0), items }
}

/** What a page's layout costs, item by item, and what the next best one would have cost. */
export const pageScoreOf = (
  { tree, nextTree }: SlicedPage<AnyShape>,
  { rows, blankWeight }: { readonly rows: number; readonly blankWeight: number },
  context: PageContext,
): PageScore => {
  const scoring = { page: { columns: context.grid.columns, rows }, context, blankWeight }
  return {
    blankWeight,
    chosen: tree ? scoreOf(tree, scoring) : { cost: 0, items: [] },
    ...(nextTree && { next: scoreOf(nextTree, scoring) }),
  }
}
