import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createIssueHttp } from '@/library/issue-http'
import { createHttpSource } from '@/reader/issue/http-source'
import { routes } from '@/reader/routes'
import { noSite } from '@/reader/saving/no-site'
import { createLibraryAccess } from '@/reader/saving/create-library-access'
import { libraryAccessKey } from '@/reader/saving/library-access'
import { applyAccent } from '@/reader/styles/accent'
import '@/reader/styles/index.css'
import { openPlayground } from './open-playground'
import PlaygroundPage from './PlaygroundPage.vue'

/** The components of page and article in their states, over the issue that the dev server has built; never part of a site. */
const http = createIssueHttp('/data/')
const catalog = await http.catalog(new AbortController().signal)
const { paper } = catalog
applyAccent(document.documentElement, paper.accent)
const material = await openPlayground(createHttpSource(http, paper.id), catalog.issues[0]?.id ?? '')

createApp(PlaygroundPage, { material })
  .use(createPinia())
  // Links show where they lead, and go nowhere.
  .use(createRouter({ history: createMemoryHistory(), routes: [...routes] }))
  .provide(libraryAccessKey, createLibraryAccess(noSite, paper.id))
  .mount('#app')
