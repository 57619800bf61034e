import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn } from '@/bundle/lookup'

/** An article, and the page from which it is read. */
export interface ArticleOnPage {
  readonly page: Page
  readonly article: Article
}

/**
 * The article after or before the open one: of the same page, then of the pages beyond it. An article continued from an
 * earlier page is skipped.
 */
export const adjacentArticle = (issue: Issue, page: Page, open: string, step: 1 | -1): ArticleOnPage | undefined => {
  const begunOn = (one: Page): Article[] =>
    articlesOn(issue, one).filter(({ id }) => id === open || partsOf(issue, id)[0]?.page === one)
  const own = begunOn(page)
  const adjacent = own[own.findIndex(({ id }) => id === open) + step]
  if (adjacent && adjacent.id !== open) return { page, article: adjacent }
  for (let no = page.no + step; issue.pages[no - 1]; no += step) {
    const other = issue.pages[no - 1]
    const article =
      other &&
      begunOn(other)
        .filter(({ id }) => id !== open)
        .at(step === 1 ? 0 : -1)
    if (other && article) return { page: other, article }
  }
  return undefined
}
