import type { App } from 'vue'
import { createWebHistory, type Router } from 'vue-router'
import { createIssueHttp } from '@/library/issue-http'
import { dataPath } from '@/library/app-paths'
import { createReader, type ReaderParts } from './create-reader'
import { createHttpSource } from './issue/http-source'
import { foreignPaperOf } from './location/foreign-paper'
import { openReadingOf } from './open-reading'
import { readOwnSite } from './own-site'
import { loadPageDrawing } from './page/drawing/load-page-drawing'
import { createLibraryAccess } from './saving/create-library-access'
import { createSavedFirstSource } from './saving/library-source'
import { followScript } from './script/follow-script'
import { hasSavedHint } from './saving/hinted-names'
import { startedEvent } from './shell/begin'
import { onInstallPrompt } from './shell/install-prompt'
import { useSavingStore } from './saving/saving-store'
import { useScriptStore } from './script/script-store'
import { loadServedPlace, readServedPlace, type ServedPlace } from './served-place'
import { useShellStore } from './shell/shell-store'
import { afterPaint } from './ui/after-paint'
import { afterTakeOver } from './ui/taken-over'
import { whenIdle } from './ui/when-idle'
import './styles/index.css'

const { paper, base } = readOwnSite(document)
const http = createIssueHttp(base + dataPath)
const ownParts = (): ReaderParts => {
  const library = createLibraryAccess(http, paper.id, paper, base)
  return {
    history: createWebHistory(base),
    home: base,
    source: createSavedFirstSource(library, createHttpSource(http, paper.id, paper), paper.id),
    library,
    catalogs: http,
    reading: openReadingOf(library, paper.id),
    archive: async () => (await import('./search/open-archive')).openArchiveOf(base),
  }
}
// In a site the page has the paper's colours already.
if (import.meta.env.DEV)
  void import('./styles/accent').then(({ applyAccent }) => applyAccent(document.documentElement, paper.accent))
/**
 * Whether there may be saved issues here; without any, the library is not loaded. Asks the database itself, because the
 * hint may be lost if the browser is killed during the first save.
 */
const hasLibrary = async (): Promise<boolean> => {
  try {
    const databases = await globalThis.indexedDB?.databases?.()
    return !databases || databases.length > 0 || hasSavedHint()
  } catch {
    // A browser that forbids storage can't have kept anything.
    return hasSavedHint()
  }
}

const online = (): Promise<unknown> => new Promise((resolve) => addEventListener('online', resolve, { once: true }))

/**
 * Waits until the HTML of a server can be taken over or given up: while the network fails, it stays as it is, and can be read. What the worker
 * kept is of an issue that was saved; if that is lost, the app says so.
 */
const takeOver = async (app: App, router: Router, element: HTMLElement, served: ServedPlace): Promise<void> => {
  let outcome = await loadServedPlace(app, router, served)
  while (outcome === 'unreachable' && !('kept' in document.documentElement.dataset)) {
    await online()
    outcome = await loadServedPlace(app, router, served)
  }
  if (outcome !== 'same') element.replaceChildren()
  // What has just come is run in one task, and taken over in the next.
  await new Promise((resolve) => setTimeout(resolve))
}

/** Not awaited at the top level: lazy views import this file and would wait for it while it waits for them. */
const start = async (): Promise<void> => {
  const element = document.getElementById('app')
  if (!element) return
  // Asked before the page creates a database for reading history.
  const isLibraryWanted = hasLibrary()
  const served = readServedPlace(element, import.meta.url)
  // Along with the data, not after it.
  if (!served) void loadPageDrawing()
  const foreign = foreignPaperOf(location.pathname.slice(base.length))
  const { app, router } = foreign
    ? await (await import('./foreign-reader')).createForeignReader(foreign, base)
    : createReader({ ...ownParts(), isServed: served !== undefined })
  onInstallPrompt((ask) => (useShellStore().install = ask))
  await router.isReady()
  if (served) await takeOver(app, router, element, served)
  // Asked before any component asks, so that what the reader pressed meanwhile finds the page as it was drawn.
  const takenOver = served && new Promise<void>(afterTakeOver)
  app.mount(element)
  await takenOver
  document.dispatchEvent(new Event(startedEvent))
  followScript(document.documentElement, (script) => (useScriptStore().script = script))
  // What the page itself does not need is loaded once it is on screen.
  whenIdle(async () => {
    if (import.meta.env.PROD) (await import('./shell/start-shell')).startShell(base, useShellStore())
    if (!foreign && (await isLibraryWanted)) await (await import('./saving/keep-library')).keepLibrary(useSavingStore())
  })
}
// What a server drew is painted first.
if (document.getElementById('app')?.childElementCount) afterPaint(() => void start())
else void start()
