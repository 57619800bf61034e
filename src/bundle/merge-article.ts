import { extentOf, mergeBlocks } from './article-text'
import type { Block } from './block'
import { BundleError } from './fault'
import type { ArticleId } from './ids'
import type { Issue, Page } from './issue'
import { partsOf } from './jumps'
import { findArticle } from './lookup'
import type { Mark, PagePart } from './page-part'

/** Where the printed article moves to another page: at offset `at`, from page `from` to page `to`. */
export interface Seam {
  readonly at: number
  readonly from: Page
  readonly to: Page
}

/** An article as it is read: its blocks as if they had never been cut, and the places where they were. */
export interface MergedArticle {
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly seams: readonly Seam[]
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
  const pieces = placed.map(({ page, region }) => {
    const piece = partOfPage(page)?.pieces.find(
      ({ article, range }) => article === id && range[0] === region.range[0] && range[1] === region.range[1],
    )
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
