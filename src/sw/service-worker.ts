/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { decodePaper } from '@/bundle/codec'
import { isMessageOf, libraryPath, morningSaveTag, receivePath, skipWaitingOrder } from '@/library/worker-names'
import { receiveFile } from './received-file'
import { isRescueNeeded, reloadPages } from './rescue'
import { saveNewestUnseen } from './save-newest'

declare const self: ServiceWorkerGlobalScope
/** The shell's files with their revisions; the build writes the list. */
declare const __SHELL__: readonly { readonly url: string; readonly revision: string | null }[]
/** The app's own paper.json, with its keys; the build writes it, as it does into the page. */
declare const __PAPER__: string

/** The worker owns the app shell and nothing else: content comes from the library, else the network. */
precacheAndRoute([...__SHELL__])
cleanupOutdatedCaches()

/** Every navigation gets this version's own page; the data's folder and the format's schema are files, not places. */
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/\/data\//, /\/schema\//] }))

/** Another app shares a file to this one. */
const shelf = new URL(libraryPath, self.registration.scope)
const receiver = new URL(receivePath, self.registration.scope)
registerRoute(
  ({ url }) => url.href === receiver.href,
  ({ request }) => receiveFile(request, shelf.href),
  'POST',
)

/** A waiting version takes over when the reader says so, or when the version before lies broken. */
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (isMessageOf(skipWaitingOrder, data)) void self.skipWaiting()
})
let isRescue = false
self.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      isRescue = await isRescueNeeded(self)
      if (isRescue) await self.skipWaiting()
    })(),
  ),
)
/** The first version serves the page that installed it, so that the next reload works without a network. */
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await self.clients.claim()
      // Not waited for: the pages ask this worker for themselves, and it answers only when it has been activated.
      if (isRescue) void reloadPages(self)
    })(),
  ),
)

/** Periodic Background Sync, where there is one: the newest issue saves itself while no page is open. */
self.addEventListener('periodicsync', (event) => {
  if (event instanceof ExtendableEvent && Reflect.get(event, 'tag') === morningSaveTag)
    event.waitUntil(saveNewestUnseen(self.registration.scope, decodePaper(new TextEncoder().encode(__PAPER__))))
})
