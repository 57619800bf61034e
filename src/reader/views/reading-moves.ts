import type { Article, Page } from '@/bundle/issue'
import { adjacentArticle } from '../issue/adjacent-article'
import type { OpenIssue } from '../issue/issue-source'
import type { Locator } from '../location/locator'
import { jumpPageOf } from '../page/jump-route'

/** Where the reader is in the issue view. */
export interface IssuePosition {
  readonly opened: OpenIssue | undefined
  readonly page: Page | undefined
  readonly article: Article | undefined
  readonly lit: string | undefined
}

/** The article whose region or list entry has the focus. */
const focusedArticle = (): string | undefined =>
  document.activeElement?.closest<HTMLElement | SVGElement>('[data-article]')?.dataset['article']

/** The article after or before the open one. */
export const adjacentOf = ({ opened, page, article }: IssuePosition, step: 1 | -1): Locator | undefined => {
  const adjacent = opened && page && article && adjacentArticle(opened.issue, page, article.id, step)
  return adjacent && { view: 'article', issue: opened.issue.id, page: adjacent.page.no, article: adjacent.article.id }
}

/**
 * Where the jump leads: that of the open article, else of the one that has the focus, else of the one that is lit. An
 * open article stays open, next to the page that it continues on.
 */
export const jumpOf = ({ opened, page, article, lit }: IssuePosition): Locator | undefined => {
  const id = article?.id ?? focusedArticle() ?? lit
  const to = opened && page && id !== undefined ? jumpPageOf(opened.issue, page, id) : undefined
  if (!opened || !to || id === undefined) return undefined
  const place = { issue: opened.issue.id, page: to.no }
  return article ? { view: 'article', ...place, article: id } : { view: 'page', ...place, part: id }
}
