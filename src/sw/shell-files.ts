/// <reference lib="webworker" />
import { PrecacheController } from 'workbox-precaching'

/** A file of the app shell, as the press made it. */
export interface ShellFile {
  /** Relative to the worker. */
  readonly url: string
  /** Null if the name carries a digest of the content. */
  readonly revision: string | null
  /** SHA-256 of the bytes, as in `integrity` of HTML. */
  readonly integrity: string
  /** As the press would serve it; the host may name it otherwise if it means the same. */
  readonly type: string
}

/** The app shell in the browser's cache: only what the press made, byte for byte. */
export interface Shell {
  /** The file at an address; undefined if it is none of the shell's, or is not there. */
  readonly match: (url: string) => Promise<Response | undefined>
  readonly isOwn: (url: string) => boolean
  /** Throws away files that are not what they were, and fetches what is missing. What can't be fetched stays missing. */
  readonly mend: () => Promise<void>
}

const essence = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase()

/** A browser runs a script under any of these names. */
const scriptTypes: readonly string[] = ['text/javascript', 'application/javascript', 'application/x-javascript']

/** What a browser only reads if its type is right. Of fonts and pictures it looks at the bytes, and so does the digest. */
const typed: readonly string[] = ['text/html', 'text/css', ...scriptTypes]

const isOfType = (response: Response, wanted: string): boolean => {
  const found = essence(response.headers.get('Content-Type') ?? '')
  if (scriptTypes.includes(essence(wanted))) return scriptTypes.includes(found)
  return !typed.includes(essence(wanted)) || found === essence(wanted)
}

/** Icons and the manifest belong to the installed app, not to reading: without them it works all the same. */
const isNeeded = ({ url, type }: ShellFile): boolean => url.startsWith('assets/') || typed.includes(essence(type))

const integrityOf = async (response: Response): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
  return `sha256-${btoa(String.fromCharCode(...digest))}`
}

/**
 * Keeps the shell's files: installs all of them with this version of the worker, or none and the earlier version goes on. A host
 * that answers with anything else (its start page for a missing file, a portal's page, another release) fails the digest, which
 * the browser compares before it gives out a byte.
 * @param cacheName of this generation: earlier ones stored what came, so nothing of theirs is taken over
 */
export const keepShell = (files: readonly ShellFile[], cacheName: string): Shell => {
  const byUrl = new Map(files.map((file) => [new URL(file.url, location.href).href, file]))
  const open = (): Promise<Cache> => caches.open(controller.strategy.cacheName)
  const isRight = (response: Response, file: ShellFile): boolean =>
    response.status === 200 && isOfType(response, file.type)

  /** Fetches a file past the browser's own cache, which may hold for a year what a host once answered wrongly. */
  const fetchAnew = async (url: string, file: ShellFile): Promise<Response | undefined> => {
    const request = new Request(url, { integrity: file.integrity, cache: 'reload', credentials: 'same-origin' })
    const response = await fetch(request).catch(() => undefined)
    if (!response || !isRight(response, file)) return undefined
    await (await open()).put(controller.getCacheKeyForURL(url) ?? url, response.clone())
    return response
  }

  const controller = new PrecacheController({
    cacheName,
    plugins: [
      {
        cacheWillUpdate: ({ request, response }) => {
          const file = byUrl.get(request.url)
          return Promise.resolve(file && isRight(response, file) ? response : null)
        },
        handlerDidError: async ({ request }) => {
          const file = byUrl.get(request.url)
          if (!file) return undefined
          return (await fetchAnew(request.url, file)) ?? (isNeeded(file) ? undefined : Response.error())
        },
      },
    ],
  })
  controller.precache([...files])

  const mendAll = async (): Promise<void> => {
    const cache = await open()
    for (const [url, file] of byUrl) {
      const kept = await controller.matchPrecache(url)
      if (kept && (await integrityOf(kept)) === file.integrity) continue
      await cache.delete(controller.getCacheKeyForURL(url) ?? url)
      await fetchAnew(url, file)
    }
  }
  let mending: Promise<void> | undefined
  return {
    match: (url) => controller.matchPrecache(url),
    isOwn: (url) => byUrl.has(url),
    // Every file of a page may ask for it at once.
    mend: () => (mending ??= mendAll().finally(() => (mending = undefined))),
  }
}
