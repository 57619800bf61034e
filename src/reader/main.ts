import { createWebHistory } from 'vue-router'
import { createIssueHttp } from '@/library/issue-http'
import { createReader, type ReaderParts } from './create-reader'
import { createHttpSource } from './issue/http-source'
import { foreignPaperOf } from './location/foreign-paper'
import { readOwnPaper } from './own-paper'
import { createLibraryAccess } from './saving/create-library-access'
import { createSavedFirstSource } from './saving/library-source'
import { useShellStore } from './shell/shell-store'
import { applyAccent } from './styles/accent'
import './styles/index.css'

const base = import.meta.env.BASE_URL
const paper = readOwnPaper(document)
const http = createIssueHttp(`${base}data/`)
const ownParts = (): ReaderParts => {
  const library = createLibraryAccess(http, paper.id, paper)
  const network = createHttpSource(http, paper.id, paper)
  return { history: createWebHistory(base), source: createSavedFirstSource(library, network, paper.id), library }
}
applyAccent(document.documentElement, paper.accent)
const foreign = foreignPaperOf(location.pathname.slice(base.length))
const { app, router } = foreign
  ? await (await import('./foreign-reader')).createForeignReader(foreign, base, http)
  : createReader(ownParts())
await router.isReady()
app.mount('#app')
if (import.meta.env.PROD) (await import('./shell/start-shell')).startShell(base, useShellStore())
