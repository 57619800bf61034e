import type { ArticleId } from './ids'
import type { Issue, Page } from './issue'
import { partsOf } from './jumps'
import { findArticle, findPart } from './lookup'
import type { PagePart } from './page-part'

/** Returns the text of a page of an issue; undefined if it is not available. */
export type TextOf = (issue: Issue, page: Page) => PagePart | undefined

/** What a newer revision changed, in the order of the newer issue's articles. [B4] */
export interface IssueDifference {
  readonly changed: readonly ArticleId[]
  readonly withdrawn: readonly ArticleId[]
  readonly added: readonly ArticleId[]
}

const digestOfPage = (issue: Issue, page: Page): string | undefined => findPart(issue, page.part)?.sha256

/** An article's text from its pages; undefined if one of them is not available. */
const textOfArticle = (issue: Issue, id: ArticleId, textOf: TextOf): string | undefined => {
  const texts = [...new Set(partsOf(issue, id).map(({ page }) => page))].map((page) =>
    textOf(issue, page)?.pieces.filter(({ article }) => article === id),
  )
  if (texts.some((pieces) => pieces === undefined)) return undefined
  // Only the text counts, not where the pages cut it.
  const blocks = texts.flatMap((pieces) => (pieces ?? []).flatMap((piece) => piece.blocks))
  return JSON.stringify(blocks.flatMap(({ kind, leaves }) => [kind, ...leaves]).join('\n'))
}

/**
 * Finds the articles that a newer revision changed, withdrew or added: by their entries in issue.json, and by the text
 * of pages that changed. If a text is not available, its article counts as changed: better one too many than one left
 * out.
 */
export const differenceOf = (before: Issue, after: Issue, textOf: TextOf): IssueDifference => {
  const changed: ArticleId[] = []
  const withdrawn: ArticleId[] = []
  const added: ArticleId[] = []
  const pagesOf = (issue: Issue, id: ArticleId): string =>
    [...new Set(partsOf(issue, id).map(({ page }) => digestOfPage(issue, page)))].join(' ')
  const hasOtherText = (id: ArticleId): boolean => {
    if (pagesOf(before, id) === pagesOf(after, id)) return false
    const old = textOfArticle(before, id, textOf)
    return old === undefined || old !== textOfArticle(after, id, textOf)
  }
  for (const article of after.articles) {
    const old = findArticle(before, article.id)
    if (!old) added.push(article.id)
    else if (article.withdrawn && !old.withdrawn) withdrawn.push(article.id)
    else if (JSON.stringify(old) !== JSON.stringify(article) || hasOtherText(article.id)) changed.push(article.id)
  }
  // An article that is no longer listed counts as withdrawn, only without a notice.
  for (const { id } of before.articles) if (!findArticle(after, id)) withdrawn.push(id)
  return { changed, withdrawn, added }
}
