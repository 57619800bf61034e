import type { Issue } from '@/bundle/issue'
import { findArticle, findPage, titleOf } from '@/bundle/lookup'
import type { Paper } from '@/bundle/paper'
import type { Locator } from '../location/locator'
import type { GeneralWords } from '../i18n/zh-hans'

/** The head of a page: the tab's title, and a description for previews of a link. */
export interface PageHead {
  readonly title: string
  readonly description?: string
}

/** The head of a place in an issue; of the paper's other places, its name. */
export const headOf = (
  locator: Locator,
  issue: Issue | undefined,
  words: GeneralWords,
  { name }: Pick<Paper, 'name'>,
): PageHead => {
  if (locator.view === 'calendar') {
    const { year, month } = locator
    return { title: [year && month ? words.calendarOf(year, month) : words.calendar, name].join(' - ') }
  }
  if (!issue) return { title: name }
  const ofIssue = [issue.paper.name, words.formatDate(issue.date), issue.edition].filter(Boolean).join(' ')
  const page = findPage(issue, 'page' in locator ? locator.page : 1)
  const ofPage = page ? words.pageTitle(page.label, page.name) : ''
  const article = locator.view === 'article' ? findArticle(issue, locator.article) : undefined
  const title = article && titleOf(article)
  if (title) {
    const description = words.inOneLine([article.kicker, ...(article.deck ?? []), article.byline])
    return { title: `${title} - ${ofIssue}`, ...(description && { description }) }
  }
  return { title: [ofPage, ofIssue].filter(Boolean).join(' - ') }
}
