import type { RouteRecordRaw } from 'vue-router'
import { paths } from './location/route-of'
import IssueView from './views/IssueView.vue'

/** Every route of the reader. Views other than the issue are loaded on demand. */
export const routes: readonly RouteRecordRaw[] = [
  { name: 'newest', path: paths.newest, component: IssueView },
  { name: 'library', path: paths.library, component: () => import('./views/LibraryView.vue') },
  { name: 'settings', path: paths.settings, component: () => import('./views/SettingsView.vue') },
  { name: 'search', path: paths.search, component: () => import('./views/SearchView.vue') },
  { name: 'calendar', path: paths.calendar, component: () => import('./views/CalendarView.vue') },
  { name: 'issue', path: paths.issue, component: IssueView },
  { name: 'page', path: paths.page, component: IssueView },
  { name: 'article', path: paths.article, component: IssueView },
  // A link may name the file that a server gives out for an address.
  {
    path: paths.file,
    redirect: ({ path, query, hash }) => ({ path: path.replace(/index\.html$/, ''), query, hash }),
  },
  { name: 'nowhere', path: paths.nowhere, component: () => import('./views/NowhereView.vue') },
]
