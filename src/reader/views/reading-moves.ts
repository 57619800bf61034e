import type { Article, Page } from '@/bundle/issue'
import { adjacentArticle } from '../issue/adjacent-article'
import type { OpenIssue } from '../issue/issue-source'
import type { Locator } from '../location/locator'
import { jumpPageOf } from '../page/jump-route'

/** Where the issue view stands. */
export interface IssuePosition {
  readonly opened: OpenIssue | undefined
  readonly page: Page | undefined
  readonly article: Article | undefined
  readonly lit: string | undefined
}

/** The article whose region, or whose line in a list, has the focus. */
const focusedArticle = (): string | undefined =>
  document.activeElement?.closest<HTMLElement | SVGElement>('[data-article]')?.dataset['article']

/** The article after the open one, or before it, over its page. */
export const adjacentOf = ({ opened, page, article }: IssuePosition, step: 1 | -1): Locator | undefined => {
  const adjacent = opened && page && article && adjacentArticle(opened.issue, page, article.id, step)
  return adjacent && { view: 'article', issue: opened.issue.id, page: adjacent.page.no, article: adjacent.article.id }
}

/**
 * Where the jump leads of the article that is open, has the focus, or is lit. An open article stays open, and the page that it
 * goes on with is laid beside it.
 */
export const jumpOf = ({ opened, page, article, lit }: IssuePosition): Locator | undefined => {
  const id = article?.id ?? focusedArticle() ?? lit
  const to = opened && page && id !== undefined ? jumpPageOf(opened.issue, page, id) : undefined
  if (!opened || !to || id === undefined) return undefined
  const place = { issue: opened.issue.id, page: to.no }
  return article ? { view: 'article', ...place, article: id } : { view: 'page', ...place, part: id }
}
