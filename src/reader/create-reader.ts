import { createPinia } from 'pinia'
import { createApp, createSSRApp, type App } from 'vue'
import { createRouter, type RouterHistory, type Router } from 'vue-router'
import AppRoot from './App.vue'
import { catalogSourceKey, type CatalogSource } from './calendar/catalog-source'
import { messagesKey } from './i18n/messages'
import { zhHans } from './i18n/zh-hans'
import { issueSourceKey, type IssueSource } from './issue/issue-source'
import { openReadingKey, type OpenReading } from './reading/reading-access'
import { routes } from './routes'
import { libraryAccessKey, type LibraryAccess } from './saving/library-access'

/** What an app is made with: the browser gives one set, Node another, a test its own. */
export interface ReaderParts {
  readonly history: RouterHistory
  readonly source: IssueSource
  readonly library: LibraryAccess
  readonly catalogs: CatalogSource
  readonly reading: OpenReading
  /** Made ready to take over HTML that a server drew. */
  readonly isServed?: boolean
}

/** The app with its ports provided, not yet mounted. */
export const createReader = ({
  history,
  source,
  library,
  catalogs,
  reading,
  isServed = false,
}: ReaderParts): { app: App; router: Router } => {
  const app = isServed ? createSSRApp(AppRoot) : createApp(AppRoot)
  const router = createRouter({ history, routes: [...routes], scrollBehavior: () => false })
  app.use(createPinia()).use(router)
  app.provide(messagesKey, zhHans).provide(issueSourceKey, source).provide(libraryAccessKey, library)
  app.provide(catalogSourceKey, catalogs).provide(openReadingKey, reading)
  return { app, router }
}
