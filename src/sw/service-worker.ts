/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing'
import { decodePaper } from '@/bundle/codec'
import { libraryPath, receivePath } from '@/library/app-paths'
import { openDrawnPages } from '@/library/drawn-pages'
import { isMessageOf, morningSaveTag, skipWaitingOrder } from '@/library/worker-names'
import { isFileAddress, isOwnAddress, pathOf } from './own-address'
import { receiveFiles } from './received-file'
import { healIfSilent, isRescueNeeded, reloadPages } from './rescue'
import { saveNewestInBackground } from './save-newest'
import { keepShell, type ShellFile } from './shell-files'

declare const self: ServiceWorkerGlobalScope
/** What the press wrote before this script: the site that it is the worker of. */
declare const banmianSite: {
  /** The files of the app shell. */
  readonly shell: readonly ShellFile[]
  /** paper.json with the paper's keys, the same as in the page. */
  readonly paper: string
  /** The app's entry, whose name stands in every page that this release draws. */
  readonly entry: string
}

const { scope } = self.registration

/** The worker owns the app shell and nothing else: content comes from the library or the network. */
const shell = keepShell(banmianSite.shell, `banmian-shell-${scope}`)
/** Where releases before this one stored their shell, without looking at what came. */
const formerCache = `workbox-precache-v2-${scope}`

/** A file of the shell. If the system has emptied the cache, it comes from the host, and all that is missing is fetched again. */
const give = async (
  url: string,
  { request, event }: { readonly request: Request; readonly event: ExtendableEvent },
): Promise<Response> => {
  const kept = await shell.match(url)
  if (kept) return kept
  event.waitUntil(shell.mend())
  return fetch(request)
}

registerRoute(
  ({ url }) => shell.isOwn(url.href),
  (asked) => give(asked.url.href, asked),
)

const shellPage = new URL('shell.html', scope).href

/**
 * What the host drew of a saved issue, so that it is painted before the app is there. The newest is asked of the network, which may
 * have a newer one than is saved.
 */
const drawnPages = openDrawnPages(scope)
const giveDrawn = async (url: URL): Promise<Response | undefined> => {
  const path = url.search === '' ? pathOf(url.href, scope) : undefined
  if (path === undefined || (path === '' && navigator.onLine)) return undefined
  return drawnPages.find(path, banmianSite.entry)
}
/**
 * A navigation to one of the reader's own addresses gets what is kept of it, or this version's own page. Files go past the worker. Anything else that the
 * host may have is asked of the host; without a network the shell says that it knows no such address.
 */
registerRoute(
  ({ request }) => request.mode === 'navigate' && !isFileAddress(request.url),
  async (asked) => {
    const { request, event, url } = asked
    if (!isOwnAddress(request.url, scope)) {
      const answered = await fetch(request).catch(() => undefined)
      if (answered) return answered
      // Not waited for: a version that still has work would not give way to a newer one.
    } else if (event instanceof FetchEvent) void healIfSilent(self, event.resultingClientId, shell.mend)
    return (await giveDrawn(url)) ?? give(shellPage, asked)
  },
)

/** Another app shares a file to this one. */
const libraryView = new URL(libraryPath, scope)
const receiver = new URL(receivePath, scope)
registerRoute(
  ({ url }) => url.href === receiver.href,
  ({ request }) => receiveFiles(request, libraryView.href),
  'POST',
)

/** A waiting version takes over when the reader agrees, or when the previous version is broken. */
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (isMessageOf(skipWaitingOrder, data)) void self.skipWaiting()
})
let isRescue = false
let isFirst = false
self.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      isFirst = self.registration.active === null
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
      await caches.delete(formerCache)
      // Pages name files of the release that drew them, and a start that was broken stands in them.
      if (!isFirst) await drawnPages.keep([], new AbortController().signal)
      // Not awaited: the pages request themselves from this worker, which answers only after it is activated.
      if (isRescue) void reloadPages(self)
    })(),
  ),
)

/** Periodic Background Sync, if the browser has it: saves the newest issue while no page is open. */
self.addEventListener('periodicsync', (event) => {
  if (event instanceof ExtendableEvent && Reflect.get(event, 'tag') === morningSaveTag)
    event.waitUntil(saveNewestInBackground(scope, decodePaper(new TextEncoder().encode(banmianSite.paper))))
})
