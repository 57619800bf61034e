import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn } from '@/bundle/lookup'
import type { ArticleOnPage } from '../issue/adjacent-article'

/** The page where an article begins: that of its first part. */
export const firstPageOf = (issue: Issue, { id }: Article): Page | undefined => partsOf(issue, id)[0]?.page

/**
 * The previous and the next article in reading order: those of the page first, then those of the pages before and after
 * it. On other pages only articles that begin there count, so that a continued article does not come up twice.
 */
export const neighboursOf = (
  issue: Issue,
  page: Page,
  { id }: Article,
): { readonly previous?: ArticleOnPage; readonly next?: ArticleOnPage } => {
  const here = articlesOn(issue, page)
  const at = here.findIndex((one) => one.id === id)
  const beginning = (one: Page): ArticleOnPage[] =>
    articlesOn(issue, one).flatMap((article) => (firstPageOf(issue, article) === one ? [{ page: one, article }] : []))
  const onPage = (one: Article | undefined): ArticleOnPage | undefined => one && { page, article: one }
  const next = onPage(here[at + 1]) ?? issue.pages.slice(page.no).flatMap(beginning)[0]
  const previous =
    (at > 0 ? onPage(here[at - 1]) : undefined) ??
    issue.pages
      .slice(0, page.no - 1)
      .flatMap(beginning)
      .at(-1)
  return { ...(previous && { previous }), ...(next && { next }) }
}
