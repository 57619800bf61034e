import { createPinia } from 'pinia'
import { createApp, createSSRApp, type App } from 'vue'
import { createRouter, type RouterHistory, type Router } from 'vue-router'
import AppRoot from './App.vue'
import { speechPortKey, type SpeechPort } from './aloud/speech-port'
import { catalogSourceKey, type CatalogSource } from './calendar/catalog-source'
import { wordsInScriptKey } from './i18n/use-words'
import { issueSourceKey, type IssueSource } from './issue/issue-source'
import { openReadingKey, type OpenReading } from './reading/reading-access'
import { homeKey } from './location/home'
import { openArchiveKey, type OpenArchive } from './search/archive-access'
import { routes } from './routes'
import { useScriptStore } from './script/script-store'
import { libraryAccessKey, type LibraryAccess } from './saving/library-access'

/** The parts of an app. The browser, Node and tests each bring their own. */
export interface ReaderParts {
  readonly history: RouterHistory
  /** Path of the app's own newest issue, which another paper's issues lead back to. */
  readonly home?: string
  readonly source: IssueSource
  readonly library: LibraryAccess
  /** The browser's own if absent. */
  readonly speech?: SpeechPort
  readonly catalogs: CatalogSource
  readonly reading: OpenReading
  /** Absent where there is no archive to search: another paper's issues, a render for print. */
  readonly archive?: OpenArchive
  /** Whether the app hydrates HTML that a server rendered. */
  readonly isServed?: boolean
}

/** The app with its ports provided, not mounted yet. */
export const createReader = ({
  history,
  home = '/',
  source,
  library,
  speech,
  catalogs,
  reading,
  archive,
  isServed = false,
}: ReaderParts): { app: App; router: Router } => {
  const app = isServed ? createSSRApp(AppRoot) : createApp(AppRoot)
  const router = createRouter({ history, routes: [...routes], scrollBehavior: () => false })
  const pinia = createPinia()
  app.use(pinia).use(router)
  const scripts = useScriptStore(pinia)
  app.provide(wordsInScriptKey, (table) => scripts.script?.words(table) ?? table)
  app.provide(issueSourceKey, source).provide(libraryAccessKey, library)
  app.provide(catalogSourceKey, catalogs).provide(openReadingKey, reading)
  app.provide(homeKey, home)
  if (archive) app.provide(openArchiveKey, archive)
  if (speech) app.provide(speechPortKey, speech)
  return { app, router }
}
