import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn, titleOf } from '@/bundle/lookup'

/** An entry of the contents: an article on the page where it begins. */
export interface ContentsEntry {
  readonly article: Article
  readonly title: string | undefined
  /** The pages that it continues on, in order, each once. */
  readonly on: readonly Page[]
}

/** The issue's articles by page, each once, on the page of its first part. */
export const contentsOf = (issue: Issue): { readonly page: Page; readonly entries: readonly ContentsEntry[] }[] =>
  issue.pages.map((page) => ({
    page,
    entries: articlesOn(issue, page).flatMap((article): ContentsEntry[] => {
      const pages = [...new Set(partsOf(issue, article.id).map((part) => part.page))]
      const [first, ...on] = pages
      return first === page ? [{ article, title: titleOf(article), on }] : []
    }),
  }))
