/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { decodePaper } from '@/bundle/codec'
import { libraryPath, receivePath } from '@/library/app-paths'
import { isMessageOf, morningSaveTag, skipWaitingOrder } from '@/library/worker-names'
import { receiveFile } from './received-file'
import { isRescueNeeded, reloadPages } from './rescue'
import { saveNewestInBackground } from './save-newest'

declare const self: ServiceWorkerGlobalScope
/** What the press wrote before this script: the site that it is the worker of. */
declare const banmianSite: {
  /** The files of the app shell, with a revision if the name does not carry one. */
  readonly shell: readonly { readonly url: string; readonly revision: string | null }[]
  /** paper.json with the paper's keys, the same as in the page. */
  readonly paper: string
}

/** The worker owns the app shell and nothing else: content comes from the library or the network. */
precacheAndRoute([...banmianSite.shell])
cleanupOutdatedCaches()

/**
 * Every navigation gets this version's own page, except for files: the paper's data, the format's schema, and whatever has an
 * ending, such as a feed, or an address of an older e-paper that the server forwards.
 */
const files = [/\/data\//, /\/schema\//, /^[^?]*\.[a-z0-9]+(\?|$)/i]
registerRoute(new NavigationRoute(createHandlerBoundToURL('shell.html'), { denylist: files }))

/** Another app shares a file to this one. */
const libraryView = new URL(libraryPath, self.registration.scope)
const receiver = new URL(receivePath, self.registration.scope)
registerRoute(
  ({ url }) => url.href === receiver.href,
  ({ request }) => receiveFile(request, libraryView.href),
  'POST',
)

/** A waiting version takes over when the reader agrees, or when the previous version is broken. */
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
/** The first version also controls the page that installed it, so that the next reload works offline. */
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await self.clients.claim()
      // Not awaited: the pages request themselves from this worker, which answers only after it is activated.
      if (isRescue) void reloadPages(self)
    })(),
  ),
)

/** Periodic Background Sync, if the browser has it: saves the newest issue while no page is open. */
self.addEventListener('periodicsync', (event) => {
  if (event instanceof ExtendableEvent && Reflect.get(event, 'tag') === morningSaveTag)
    event.waitUntil(
      saveNewestInBackground(self.registration.scope, decodePaper(new TextEncoder().encode(banmianSite.paper))),
    )
})
