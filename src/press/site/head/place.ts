import type { Issue, Page } from '@/bundle/issue'
import type { SiteAddress } from '../site-address'
import type { ArticleSummary } from './article-summary'

/** A place of an issue, as its head speaks of it: a page, or an article. */
export interface DescribedPlace {
  readonly address: SiteAddress
  readonly issue: Issue
  readonly page: Page
  /** The article; absent for a page. */
  readonly summary?: ArticleSummary
  /** Of the whole document. */
  readonly title: string
  /** File of its square picture below the site. */
  readonly preview: string
}

/** Path of an article below the site: that of the page on which it begins. */
export const pathOfArticle = (issue: Issue, { article, page }: Pick<ArticleSummary, 'article' | 'page'>): string =>
  `${issue.id}/${page.no}/${article.id}`

export const pathOfPage = (issue: Issue, page: Page): string => `${issue.id}/${page.no}`

/** The one path of a place that has several: an article's stands on its first page. */
export const canonicalPath = ({ issue, page, summary }: Pick<DescribedPlace, 'issue' | 'page' | 'summary'>): string =>
  summary ? pathOfArticle(issue, summary) : pathOfPage(issue, page)
