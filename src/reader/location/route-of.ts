import type { RouteLocationRaw } from 'vue-router'
import { libraryPath } from '@/library/app-paths'
import type { Locator, Sought } from './locator'

/** Names of the routes; `routes.ts` maps them to components. */
export type RouteName =
  'newest' | 'issue' | 'page' | 'article' | 'library' | 'calendar' | 'search' | 'settings' | 'nowhere'

/** Paths below the app's base. An issue is named by its date, or by date and edition. */
export const paths = {
  newest: '/',
  issue: '/:issue(\\d{4}-\\d{2}-\\d{2}[a-z0-9-]{0,21})',
  page: '/:issue(\\d{4}-\\d{2}-\\d{2}[a-z0-9-]{0,21})/:page(\\d{1,3})',
  article: '/:issue(\\d{4}-\\d{2}-\\d{2}[a-z0-9-]{0,21})/:page(\\d{1,3})/:article([a-z0-9]{3,16})',
  library: `/${libraryPath}`,
  settings: '/settings',
  search: '/search',
  calendar: '/calendar/:year(\\d{4})?/:month(0?[1-9]|1[0-2])?',
  file: '/:folder([^/]+)*/index.html',
  nowhere: '/:rest(.*)*',
} as const satisfies Record<RouteName | 'file', string>

const queryOf = (sought: Sought | undefined) =>
  sought && { query: { q: sought.query, ...(sought.hit > 1 && { hit: String(sought.hit) }) } }

/** The address of a place. */
export const routeOf = (locator: Locator): RouteLocationRaw => {
  switch (locator.view) {
    case 'page': {
      const { issue, page, part, place } = locator
      return {
        name: 'page',
        params: { issue, page: String(page) },
        ...(part && { hash: `#${part}` }),
        ...(place && { query: { lit: place } }),
      }
    }
    case 'article':
      return {
        name: 'article',
        params: { issue: locator.issue, page: String(locator.page), article: locator.article },
        ...queryOf(locator.sought),
      }
    case 'search':
      return {
        name: 'search',
        query: { ...(locator.query && { q: locator.query }), ...(locator.issue && { in: locator.issue }) },
      }
    case 'calendar': {
      const { year, month } = locator
      const params = { ...(year && { year: String(year), ...(month && { month: String(month) }) }) }
      return { name: 'calendar', params }
    }
    case 'nowhere':
      return { name: 'nowhere', params: { rest: [] } }
    default:
      return { name: locator.view }
  }
}
