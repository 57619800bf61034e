import type { RouteLocationRaw } from 'vue-router'
import type { Issue, Page } from '@/bundle/issue'
import { continuationOf, originOf, partOnPage, partsOf } from '@/bundle/jumps'
import type { Furniture } from '@/bundle/setting'
import { routeOf } from '../location/route-of'

/** Where a jump line leads: the other part, lit on its page. Undefined if that page is not in the issue. */
export const jumpRouteOf = (
  issue: Issue,
  page: Page,
  article: string,
  role: Furniture['role'],
): RouteLocationRaw | undefined => {
  const part = partOnPage(issue, article, page.no)
  const other = part && (role === 'continued-from' ? originOf(issue, part) : continuationOf(issue, part))
  return other && routeOf({ view: 'page', issue: issue.id, page: other.page.no, part: article })
}

/** The page that a jump leads to from this one: where the article goes on, or from its last page back to the first. */
export const jumpPageOf = (issue: Issue, page: Page, article: string): Page | undefined => {
  const pages = partsOf(issue, article).map((part) => part.page)
  const next = pages.slice(pages.lastIndexOf(page) + 1).find((one) => one !== page)
  return next ?? pages.find((one) => one !== page)
}
