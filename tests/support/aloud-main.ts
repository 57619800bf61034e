import { createWebHistory } from 'vue-router'
import { createIssueHttp } from '@/library/issue-http'
import { systemClock } from '@/reader/aloud/speech-port'
import { createReader } from '@/reader/create-reader'
import { createHttpSource } from '@/reader/issue/http-source'
import { readOwnSite } from '@/reader/own-site'
import { createReadingAccess } from '@/reader/reading/create-reading-access'
import { createLibraryAccess } from '@/reader/saving/create-library-access'
import { createSavedFirstSource } from '@/reader/saving/library-source'
import { startedEvent } from '@/reader/shell/begin'
import { applyAccent } from '@/reader/styles/accent'
import '@/reader/styles/index.css'
import { createScriptedSpeech, mandarin } from './scripted-speech'

/** The reader as its `main.ts` makes it, but with a scripted speech engine, or with `?speech=none` without any. */
const scripts = {
  none: { isSupported: false, voices: [] },
  quick: { characterMs: 20, voices: [mandarin, { ...mandarin, id: 'second', name: '另一个', isLocal: false }] },
} as const
const isNone = new URLSearchParams(location.search).get('speech') === 'none'
const speech = createScriptedSpeech(isNone ? scripts.none : scripts.quick, systemClock)
Object.assign(window, { timesAsked: () => speech.asked.length })

const { paper } = readOwnSite(document)
const http = createIssueHttp('/data/')
const library = createLibraryAccess(http, paper.id)
const source = createSavedFirstSource(library, createHttpSource(http, paper.id), paper.id)
const { app, router } = createReader({
  history: createWebHistory('/'),
  source,
  library,
  catalogs: http,
  reading: async () => createReadingAccess(paper.id, (await library.calls()).run),
  speech,
})
applyAccent(document.documentElement, paper.accent)
void router.isReady().then(() => {
  app.mount('#app')
  document.dispatchEvent(new Event(startedEvent))
})
