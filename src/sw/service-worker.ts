/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { morningSaveTag } from '@/library/morning-save-tag'
import { saveNewestUnseen } from './save-newest'

declare const self: ServiceWorkerGlobalScope
/** The shell's files with their revisions; the build writes the list. */
declare const __SHELL__: readonly { readonly url: string; readonly revision: string | null }[]

/** The worker owns the app shell and nothing else: content comes from the library, else the network. */
precacheAndRoute([...__SHELL__])
cleanupOutdatedCaches()

/** Every navigation gets this version's own page; the data's folder and the format's schema are files, not places. */
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/\/data\//, /\/schema\//] }))

/** A waiting version takes over when the reader says so. */
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'SKIP_WAITING') void self.skipWaiting()
})
/** The first version serves the page that installed it, so that the next reload works without a network. */
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** Periodic Background Sync, where there is one: the newest issue saves itself while no page is open. */
self.addEventListener('periodicsync', (event) => {
  if (event instanceof ExtendableEvent && Reflect.get(event, 'tag') === morningSaveTag)
    event.waitUntil(saveNewestUnseen(self.registration.scope))
})
