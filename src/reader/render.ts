import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { PaperId } from '@/bundle/ids'
import { findPage } from '@/bundle/lookup'
import type { CatalogSource } from './calendar/catalog-source'
import { createReader } from './create-reader'
import { useWords } from './i18n/use-words'
import { zhHans } from './i18n/zh-hans'
import { headOf, type PageHead } from './issue/head-of'
import type { IssueSource, OpenIssue } from './issue/issue-source'
import { locatorOf } from './location/locator-of'
import { routes } from './routes'
import type { LibraryAccess } from './saving/library-access'
import PrintSheet from './views/PrintSheet.vue'
import './styles/index.css'

/** A place of the reader as HTML, rendered by the same components as in the browser. */
export interface RenderedPlace {
  /** The contents of `#app`. */
  readonly html: string
  readonly head: PageHead
}

/** Node saves nothing: a server's page shows the save button, and the browser that hydrates it has the library. */
const noLibrary = (paper: PaperId): LibraryAccess => ({
  paper,
  calls: () => Promise.reject(new Error('nothing is saved in Node')),
  list: () => Promise.resolve([]),
  open: () => Promise.resolve(undefined),
  isUnproven: () => Promise.resolve(false),
  part: () => Promise.reject(new Error('nothing is saved in Node')),
  texts: () => Promise.reject(new Error('nothing is saved in Node')),
})

/** Node renders issues only; the calendar is rendered in the browser. */
const noCatalogs: CatalogSource = {
  catalog: () => Promise.reject(new Error('no catalogue is read in Node')),
  yearCatalog: () => Promise.reject(new Error('no catalogue is read in Node')),
}

/**
 * Renders the place at a path below `base`.
 * @param opened the issue that the path names, or the newest
 */
export const render = async (path: string, opened: OpenIssue, base = '/'): Promise<RenderedPlace> => {
  const source: IssueSource = { newest: async () => opened.issue.id, open: async () => opened }
  const { app, router } = createReader({
    history: createMemoryHistory(base),
    source,
    library: noLibrary(opened.issue.paper.id),
    catalogs: noCatalogs,
    reading: () => Promise.reject(new Error('nothing is remembered in Node')),
    isServed: true,
  })
  await router.push(path)
  const html = await renderToString(app)
  const words = app.runWithContext(() => useWords(zhHans))
  return { html, head: headOf(locatorOf(router.currentRoute.value), opened.issue, words) }
}

/** One page as HTML at its nominal size, for printing. Empty if the issue has no such page. */
export const renderSheet = async (opened: OpenIssue, pageNo: number): Promise<string> => {
  const page = findPage(opened.issue, pageNo)
  if (!page) return ''
  const part = await opened.page(page, new AbortController().signal)
  const app = createSSRApp({ render: () => h(PrintSheet, { opened, page, part }) })
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes] })
  app.use(router)
  return renderToString(app)
}
