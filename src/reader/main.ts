import { createWebHistory } from 'vue-router'
import { createIssueHttp } from '@/library/issue-http'
import { dataPath } from '@/library/app-paths'
import { createReader, type ReaderParts } from './create-reader'
import { createHttpSource } from './issue/http-source'
import { foreignPaperOf } from './location/foreign-paper'
import { openReadingOf } from './open-reading'
import { readOwnSite } from './own-site'
import { createLibraryAccess } from './saving/create-library-access'
import { createSavedFirstSource } from './saving/library-source'
import { followScript } from './script/follow-script'
import { hasSavedHint } from './saving/saved-hint'
import { onInstallPrompt } from './shell/install-prompt'
import { useSavingStore } from './saving/saving-store'
import { useScriptStore } from './script/script-store'
import { useShellStore } from './shell/shell-store'
import { applyAccent } from './styles/accent'
import { whenIdle } from './ui/when-idle'
import './styles/index.css'

const { paper, base } = readOwnSite(document)
const http = createIssueHttp(base + dataPath)
const ownParts = (): ReaderParts => {
  const library = createLibraryAccess(http, paper.id, paper)
  return {
    history: createWebHistory(base),
    home: base,
    source: createSavedFirstSource(library, createHttpSource(http, paper.id, paper), paper.id),
    library,
    catalogs: http,
    reading: openReadingOf(library, paper.id),
  }
}
applyAccent(document.documentElement, paper.accent)
/**
 * Whether there may be saved issues here; without any, the library is not loaded. Asks the database itself, because the
 * hint may be lost if the browser is killed during the first save.
 */
const hasLibrary = async (): Promise<boolean> => {
  const databases = await globalThis.indexedDB?.databases?.()
  return !databases || databases.length > 0 || hasSavedHint()
}

/** Not awaited at the top level: lazy views import this file and would wait for it while it waits for them. */
const start = async (): Promise<void> => {
  // Asked before the page creates a database for reading history.
  const isLibraryWanted = hasLibrary()
  const foreign = foreignPaperOf(location.pathname.slice(base.length))
  const { app, router } = foreign
    ? await (await import('./foreign-reader')).createForeignReader(foreign, base)
    : createReader(ownParts())
  followScript(document.documentElement, (script) => (useScriptStore().script = script))
  onInstallPrompt((ask) => (useShellStore().install = ask))
  await router.isReady()
  app.mount('#app')
  // What the page itself does not need is loaded once it is on screen.
  whenIdle(async () => {
    if (import.meta.env.PROD) (await import('./shell/start-shell')).startShell(base, useShellStore())
    if (!foreign && (await isLibraryWanted)) await (await import('./saving/keep-library')).keepLibrary(useSavingStore())
  })
}
void start()
