import { flushPromises } from '@vue/test-utils'
import { createMemoryHistory, type Router } from 'vue-router'
import * as v from 'valibot'
import { paperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import { createReader } from '@/reader/create-reader'
import { createHttpSource } from '@/reader/issue/http-source'
import { createReadingAccess } from '@/reader/reading/create-reading-access'
import { createLibraryAccess } from '@/reader/saving/create-library-access'
import { createSavedFirstSource } from '@/reader/saving/library-source'
import type { MemorySite } from './memory-source'

export interface MountedReader {
  readonly router: Router
  /** Goes to an address as a link would, and waits until everything it asks for is there. */
  readonly go: (path: string) => Promise<void>
  readonly back: () => Promise<void>
  readonly settle: () => Promise<void>
  /** Visible text of the whole page. */
  readonly text: () => string
  /** The first link, button or heading whose name contains the words. */
  readonly find: (name: string, selector?: string) => HTMLElement
  readonly click: (name: string, selector?: string) => Promise<void>
  readonly unmount: () => void
}

/** The whole reader over a site in memory and the library of this document. */
export const mountReader = async (
  site: MemorySite,
  path: string,
  signing: PaperSigning = {},
): Promise<MountedReader> => {
  const paper = v.parse(paperId, 'small.example')
  const library = createLibraryAccess(site.http, paper, signing)
  const { app, router } = createReader({
    history: createMemoryHistory(),
    source: createSavedFirstSource(library, createHttpSource(site.http, paper, signing), paper),
    library,
    catalogs: site.http,
    reading: async () => createReadingAccess(paper, (await library.calls()).run),
    ...(site.archive && { archive: site.archive }),
  })
  const root = document.createElement('div')
  document.body.append(root)
  const isBusy = (): boolean => root.querySelector('[aria-busy="true"], progress') !== null
  /** Until nothing on the page says that it is still busy; the database answers by tasks of its own. */
  const settle = async (): Promise<void> => {
    for (let calm = 0; calm < 6; calm = isBusy() ? 0 : calm + 1) {
      await flushPromises()
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  await router.push(path)
  app.mount(root)
  await settle()
  const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? ''
  const find = (name: string, selector = 'a, button, h1'): HTMLElement => {
    const found = [...root.querySelectorAll<HTMLElement>(selector)].find((element) => nameOf(element).includes(name))
    if (!found) throw new Error(`nothing is called “${name}” in: ${root.textContent}`)
    return found
  }
  return {
    router,
    settle,
    find,
    go: async (to) => {
      await router.push(to)
      await settle()
    },
    back: async () => {
      router.back()
      await settle()
    },
    text: () => root.textContent ?? '',
    click: async (name, selector) => {
      find(name, selector).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      await settle()
    },
    unmount: () => {
      app.unmount()
      root.remove()
    },
  }
}
