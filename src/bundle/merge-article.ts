import { extentOf, mergeBlocks } from './article-text'
import type { Block } from './block'
import { BundleError } from './fault'
import type { ArticleId } from './ids'
import type { Issue, Page } from './issue'
import { partsOf, type PlacedPart } from './jumps'
import { findArticle } from './lookup'
import type { Mark, PagePart, Piece } from './page-part'
import type { TextRange } from './region'

/** Where the printed article moves to another page: at offset `at`, from page `from` to page `to`. */
export interface Seam {
  readonly at: number
  readonly from: Page
  readonly to: Page
}

/** An article as it is read: its blocks as if they had never been cut, and the places where they were. */
export interface MergedArticle {
  /** Offset of its first character in the article; absent if it begins with the article. */
  readonly from?: number
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly seams: readonly Seam[]
}

const placeOf = ({ no }: Page, [from, to]: TextRange): string => `${no} ${from} ${to}`

/** The article's pieces by page and range. */
const piecesByRange = (
  id: ArticleId,
  placed: readonly PlacedPart[],
  partOfPage: (page: Page) => PagePart | undefined,
): ReadonlyMap<string, Piece> => {
  const pieces = new Map<string, Piece>()
  for (const page of new Set(placed.map((part) => part.page)))
    for (const piece of partOfPage(page)?.pieces ?? [])
      if (piece.article === id) pieces.set(placeOf(page, piece.range), piece)
  return pieces
}

/**
 * Joins the pieces of an article. `partOfPage` returns the decoded part of every page that the article is on.
 * @throws BundleError `text-mismatch` if the pieces do not add up to the article's extent [B9]
 */
export const mergeArticle = (
  issue: Issue,
  id: ArticleId,
  partOfPage: (page: Page) => PagePart | undefined,
): MergedArticle => {
  const placed = partsOf(issue, id)
  const pieceAt = piecesByRange(id, placed, partOfPage)
  const pieces = placed.map(({ page, region }) => {
    const piece = pieceAt.get(placeOf(page, region.range))
    if (!piece) throw new BundleError({ kind: 'text-mismatch', file: page.part, article: id })
    return piece
  })
  const blocks = mergeBlocks(pieces.map((piece) => piece.blocks))
  if (extentOf(blocks) !== (findArticle(issue, id)?.extent ?? 0))
    throw new BundleError({ kind: 'text-mismatch', file: placed[0]?.page.part ?? 'issue.json', article: id })
  return {
    blocks,
    marks: pieces.flatMap(({ marks = [] }) => marks),
    seams: placed.flatMap(({ page, region }, index) => {
      const from = placed[index - 1]?.page
      return from && from !== page ? [{ at: region.range[0], from, to: page }] : []
    }),
  }
}
