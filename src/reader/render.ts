import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { PaperId } from '@/bundle/ids'
import type { Paper } from '@/bundle/paper'
import { findPage } from '@/bundle/lookup'
import type { CatalogSource } from './calendar/catalog-source'
import { createReader } from './create-reader'
import { useWords } from './i18n/use-words'
import { zhHans } from './i18n/zh-hans'
import { headOf, type PageHead } from './issue/head-of'
import type { IssueSource, IssueToDraw, OpenIssue } from './issue/issue-source'
import { locatorOf } from './location/locator-of'
import { routes } from './routes'
import type { LibraryAccess } from './saving/library-access'
import { accentProperties } from './styles/accent'
import PrintSheet from './views/PrintSheet.vue'
import './styles/index.css'

export { listRevision } from './calendar/month-list'

/** A place of the reader as HTML, rendered by the same components as in the browser. */
export interface RenderedPlace {
  /** The contents of `#app`. */
  readonly html: string
  readonly head: PageHead
}

/** What a place is rendered from. */
export interface RenderSource {
  readonly paper: Paper
  /** The issue that the address names, or the newest; absent for places without an issue. */
  readonly opened?: IssueToDraw
  readonly catalogs?: CatalogSource
  /** Path of the site, with a slash at both ends. */
  readonly base?: string
}

const absent = (what: string) => () => Promise.reject(new Error(`${what} is not there in Node`))

/** Node saves nothing: a server's page shows the save button, and the browser that takes it over has the library. */
const noLibrary = (paper: PaperId): LibraryAccess => ({
  paper,
  calls: absent('the library'),
  list: () => Promise.resolve([]),
  open: () => Promise.resolve(undefined),
  isUnproven: () => Promise.resolve(false),
  part: absent('the library'),
  texts: absent('the library'),
})

const noCatalogs: CatalogSource = { catalog: absent('a catalogue'), yearCatalog: absent('a catalogue') }

const openedOf = (drawn: IssueToDraw): OpenIssue => ({
  ...drawn,
  bytes: absent('a part'),
  partUrl: absent('a part'),
})

const sourceOf = (opened: IssueToDraw | undefined): IssueSource => {
  const open = opened ? () => Promise.resolve(openedOf(opened)) : absent('an issue')
  return { newest: async () => opened?.issue, open }
}

/** Renders the place at a path below the site's base. */
export const renderPlace = async (
  path: string,
  { paper, opened, catalogs = noCatalogs, base = '/' }: RenderSource,
): Promise<RenderedPlace> => {
  const { app, router } = createReader({
    history: createMemoryHistory(base),
    source: sourceOf(opened),
    library: noLibrary(paper.id),
    catalogs,
    reading: absent('what was read'),
    isServed: true,
  })
  await router.push(path)
  const html = await renderToString(app)
  const words = app.runWithContext(() => useWords(zhHans))
  return { html, head: headOf(locatorOf(router.currentRoute.value), opened?.issue, words, paper) }
}

/** The paper's colours, as the style attribute of `<html>`. */
export const rootStyle = ({ accent }: Paper): string =>
  Object.entries(accentProperties(accent))
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

/** One page as HTML at its nominal size, for printing. Empty if the issue has no such page. */
export const renderSheet = async (drawn: IssueToDraw, pageNo: number): Promise<string> => {
  const opened = openedOf(drawn)
  const page = findPage(opened.issue, pageNo)
  if (!page) return ''
  const part = await opened.page(page, new AbortController().signal)
  const app = createSSRApp({ render: () => h(PrintSheet, { opened, page, part }) })
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes] })
  app.use(router)
  return renderToString(app)
}
