import { extentOf } from '@/bundle/article-text'
import { isContinuation, type Portion } from './portion'

/** What the layout places as one: an article's portion, or several briefs under one head. */
export type Unit = ArticleUnit | BriefsUnit

export interface ArticleUnit {
  readonly kind: 'article'
  readonly portions: readonly [Portion]
  readonly ground: UnitGround
}

/** Briefs of one rubric, which stands over them all. */
export interface BriefsUnit {
  readonly kind: 'briefs'
  readonly portions: readonly [Portion, Portion, ...Portion[]]
  readonly ground: UnitGround
}

/** What a unit stands on: the bare page, a ruled box, or a tint. */
export type UnitGround = 'none' | 'box' | 'tint'

const weights: readonly Portion['article']['weight'][] = ['lead', 'second', 'standard', 'brief']

/**
 * Reading order: first what the editor put at the top; then the articles under the banner, then the others, each by weight;
 * continuations between standard articles and briefs; last what the editor put at the foot.
 */
const rankOf = (portion: Portion): number => {
  const { weight, isUnderBanner, wish } = portion.article
  const place = wish?.place
  if (place && !isContinuation(portion)) return place === 'top' ? -10 + weights.indexOf(weight) : 100
  const own = isContinuation(portion) ? 2.5 : weights.indexOf(weight)
  return own + (isUnderBanner && !isContinuation(portion) ? 0 : 10)
}

/** Units of one standing are equals: they have the same rank and kind. */
export const standingOf = ({ portions: [portion] }: Unit): string =>
  `${String(rankOf(portion))} ${portion.article.kind}`

/** A longer brief stands alone, characters. */
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

const groundOf = ({ article }: Portion): UnitGround => {
  if (article.box) return article.box
  if (article.kind === 'advert' || article.kind === 'notice' || article.isVertical) return 'box'
  return article.kind === 'contents' ? 'tint' : 'none'
}

const unitOf = ([portion, second, ...others]: readonly [Portion, ...Portion[]]): Unit => {
  const ground = groundOf(portion)
  return second
    ? { kind: 'briefs', portions: [portion, second, ...others], ground }
    : { kind: 'article', portions: [portion], ground }
}

/** The units of a page in reading order. */
export const unitsOf = (portions: readonly Portion[]): Unit[] => {
  const groups: [Portion, ...Portion[]][] = []
  for (const portion of [...portions].sort((a, b) => rankOf(a) - rankOf(b))) {
    const open = groups.find(
      ([first]) => isGroupable(portion) && isGroupable(first) && first.article.rubric === portion.article.rubric,
    )
    if (open) open.push(portion)
    else groups.push([portion])
  }
  return groups.map(unitOf)
}
