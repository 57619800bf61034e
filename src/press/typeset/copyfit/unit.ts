import { extentOf } from '@/bundle/article-text'
import { isContinuation, type Piece } from './piece'

/** What the layout places as one: an article's piece, or several briefs under one head. */
export interface Unit {
  readonly pieces: readonly [Piece, ...Piece[]]
  /** Its ground: none, a ruled box, or a tint. */
  readonly ground: 'none' | 'box' | 'tint'
}

const order: readonly Piece['article']['weight'][] = ['lead', 'second', 'standard', 'brief']

/**
 * Reading order: what the editor put at the top, then those under the banner, by weight, continuations after the page's own
 * articles, briefs, then what the editor put at the foot.
 */
const rankOf = (piece: Piece): number => {
  const { weight, isUnderBanner, wish } = piece.article
  const place = wish?.place
  if (place && !isContinuation(piece)) return place === 'top' ? -10 + order.indexOf(weight) : 100
  const own = isContinuation(piece) ? 2.5 : order.indexOf(weight)
  return own + (isUnderBanner && !isContinuation(piece) ? 0 : 10)
}

/** Units of one standing are equals: of one rank, and of one kind. */
export const standingOf = ({ pieces: [piece] }: Unit): string => `${String(rankOf(piece))} ${piece.article.kind}`

/** A brief is set with its neighbours under one head when it is no more than this, in characters. */
const longestBrief = 260

const isGroupable = (piece: Piece): boolean => {
  const { article } = piece
  const hasPicture = article.blocks.some(({ kind }) => kind === 'picture' || kind === 'table')
  return (
    article.weight === 'brief' &&
    article.rubric !== undefined &&
    article.kind === 'news' &&
    !isContinuation(piece) &&
    !hasPicture &&
    piece.lineOn === undefined &&
    article.wish === undefined &&
    !article.isVertical &&
    extentOf(article.blocks) <= longestBrief
  )
}

const groundOf = ({ article }: Piece): Unit['ground'] => {
  if (article.box) return article.box
  if (article.kind === 'advert' || article.kind === 'notice' || article.isVertical) return 'box'
  return article.kind === 'contents' ? 'tint' : 'none'
}

/** The units of a page in reading order; briefs with one rubric stand together. */
export const unitsOf = (pieces: readonly Piece[]): Unit[] => {
  const units: { pieces: [Piece, ...Piece[]]; ground: Unit['ground'] }[] = []
  for (const piece of [...pieces].sort((a, b) => rankOf(a) - rankOf(b))) {
    const open = units.find(
      (unit) =>
        isGroupable(piece) && isGroupable(unit.pieces[0]) && unit.pieces[0].article.rubric === piece.article.rubric,
    )
    if (open) open.pieces.push(piece)
    else units.push({ pieces: [piece], ground: groundOf(piece) })
  }
  return units
}

/** Several briefs under one head. */
export const isGroup = ({ pieces }: Unit): boolean => pieces.length > 1
