import { createWebHistory } from 'vue-router'
import { createIssueHttp } from '@/library/issue-http'
import { createReader } from './create-reader'
import { createHttpSource } from './issue/http-source'
import { readOwnPaper } from './own-paper'
import { createLibraryAccess } from './saving/create-library-access'
import { createSavedFirstSource } from './saving/library-source'
import { registerWorker } from './shell/register-worker'
import { useShellStore } from './shell/shell-store'
import { applyAccent } from './styles/accent'
import './styles/index.css'

const base = import.meta.env.BASE_URL
const paper = readOwnPaper(document)
const http = createIssueHttp(`${base}data/`)
const library = createLibraryAccess(http, paper.id, paper)
const { app, router } = createReader({
  history: createWebHistory(base),
  source: createSavedFirstSource(library, createHttpSource(http, paper.id, paper), paper.id),
  library,
})
applyAccent(document.documentElement, paper.accent)
await router.isReady()
app.mount('#app')
if (import.meta.env.PROD) await registerWorker(base, (update) => (useShellStore().waiting = update))
