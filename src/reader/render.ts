import { renderToString } from 'vue/server-renderer'
import { createMemoryHistory } from 'vue-router'
import { createReader } from './create-reader'
import { zhHans } from './i18n/zh-hans'
import { headOf, type PageHead } from './issue/head-of'
import type { IssueSource, OpenIssue } from './issue/issue-source'
import { locatorOf } from './location/locator-of'
import type { LibraryAccess } from './saving/library-access'

/** A place of the reader as HTML, drawn by the same components as in the browser. */
export interface RenderedPlace {
  /** What stands inside `#app`. */
  readonly html: string
  readonly head: PageHead
}

/** Node saves nothing: a server's page shows the button, and the browser that takes the page over brings the library. */
const noLibrary: LibraryAccess = {
  save: () => Promise.reject(new Error('nothing is saved in Node')),
  remove: () => Promise.reject(new Error('nothing is saved in Node')),
  list: () => Promise.resolve([]),
  open: () => Promise.resolve(undefined),
  part: () => Promise.reject(new Error('nothing is saved in Node')),
}

/**
 * Draws the place at a path below `base`.
 * @param opened the issue that the path names, or the newest
 */
export const render = async (path: string, opened: OpenIssue, base = '/'): Promise<RenderedPlace> => {
  const source: IssueSource = { newest: async () => opened.issue.id, open: async () => opened }
  const { app, router } = createReader({
    history: createMemoryHistory(base),
    source,
    library: noLibrary,
    isServed: true,
  })
  await router.push(path)
  const html = await renderToString(app)
  return { html, head: headOf(locatorOf(router.currentRoute.value), opened.issue, zhHans) }
}
