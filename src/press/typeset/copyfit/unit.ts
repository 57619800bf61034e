import { extentOf } from '@/bundle/article-text'
import { isContinuation, type Portion } from './portion'

/** What the layout places as one: an article's portion, or several briefs under one head. */
export interface Unit {
  readonly portions: readonly [Portion, ...Portion[]]
  /** Its ground: none, a ruled box, or a tint. */
  readonly ground: 'none' | 'box' | 'tint'
}

const order: readonly Portion['article']['weight'][] = ['lead', 'second', 'standard', 'brief']

/**
 * Reading order: what the editor put at the top, then those under the banner, by weight, continuations after the page's own
 * articles, briefs, then what the editor put at the foot.
 */
const rankOf = (portion: Portion): number => {
  const { weight, isUnderBanner, wish } = portion.article
  const place = wish?.place
  if (place && !isContinuation(portion)) return place === 'top' ? -10 + order.indexOf(weight) : 100
  const own = isContinuation(portion) ? 2.5 : order.indexOf(weight)
  return own + (isUnderBanner && !isContinuation(portion) ? 0 : 10)
}

/** Units of one standing are equals: of one rank, and of one kind. */
export const standingOf = ({ portions: [portion] }: Unit): string =>
  `${String(rankOf(portion))} ${portion.article.kind}`

/** A brief is set with its neighbours under one head when it is no more than this, in characters. */
const longestBrief = 260

const isGroupable = (portion: Portion): boolean => {
  const { article } = portion
  const hasPicture = article.blocks.some(({ kind }) => kind === 'picture' || kind === 'table')
  return (
    article.weight === 'brief' &&
    article.rubric !== undefined &&
    article.kind === 'news' &&
    !isContinuation(portion) &&
    !hasPicture &&
    portion.lineOn === undefined &&
    article.wish === undefined &&
    !article.isVertical &&
    extentOf(article.blocks) <= longestBrief
  )
}

const groundOf = ({ article }: Portion): Unit['ground'] => {
  if (article.box) return article.box
  if (article.kind === 'advert' || article.kind === 'notice' || article.isVertical) return 'box'
  return article.kind === 'contents' ? 'tint' : 'none'
}

/** The units of a page in reading order; briefs with one rubric stand together. */
export const unitsOf = (portions: readonly Portion[]): Unit[] => {
  const units: { portions: [Portion, ...Portion[]]; ground: Unit['ground'] }[] = []
  for (const portion of [...portions].sort((a, b) => rankOf(a) - rankOf(b))) {
    const open = units.find(
      (unit) =>
        isGroupable(portion) &&
        isGroupable(unit.portions[0]) &&
        unit.portions[0].article.rubric === portion.article.rubric,
    )
    if (open) open.portions.push(portion)
    else units.push({ portions: [portion], ground: groundOf(portion) })
  }
  return units
}

/** Several briefs under one head. */
export const isGroup = ({ portions }: Unit): boolean => portions.length > 1
