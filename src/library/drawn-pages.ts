import type { IssueId } from '@/bundle/ids'
import { drawnCache } from './worker-names'

/** An issue as it is saved, of which the host's page is kept too. */
export interface SavedRevision {
  readonly issue: IssueId
  readonly revision: number
}

/**
 * Front pages as the host draws them, kept beside the saved issues: a browser paints them before the app is there, which then takes
 * them over. Nothing depends on them; without them the app draws.
 */
export interface DrawnPages {
  /**
   * Keeps the front pages of these issues and of no other. What the host draws of another revision, or does not draw, is not kept.
   * Never rejects; what can't be kept is not there.
   */
  readonly keep: (saved: readonly SavedRevision[], signal: AbortSignal) => Promise<void>
  /**
   * The kept page for an address, if this release of the app drew it: another one draws other elements, in styles that are gone.
   * @param path below the base, without a slash at the end: that of an issue, of its front page, or nothing for the newest
   * Never rejects.
   * @param release name of the app's entry
   */
  readonly find: (path: string, release: string) => Promise<Response | undefined>
}

/** Characters of a page at most; a broadsheet has 100,000. */
const longest = 2_000_000

/** What the page says of itself, for whoever finds it again. */
const headers = { place: 'Drawn-Place', revision: 'Drawn-Revision', release: 'Drawn-By' } as const

/** As `press site` writes the app's element. */
const drawing = /<div id="app" data-drawn-by="([^"<>]+)" data-place="([^"<>]+)" data-revision="(\d{1,9})">/

/** Its body is decoded and has another length, and its address is not that of a redirection. */
const copyOf = (response: Response, text: string): Response => {
  const own = new Headers(response.headers)
  for (const name of ['Content-Encoding', 'Content-Length']) own.delete(name)
  return new Response(text, { headers: own })
}

/** The host's page of an issue, if it is one that the app can take over; undefined also if nothing answers. */
const fetchDrawn = async (
  url: string,
  { issue, revision }: SavedRevision,
  signal: AbortSignal,
): Promise<Response | undefined> => {
  try {
    const response = await fetch(url, { signal, cache: 'no-cache' })
    if (!response.ok || !(response.headers.get('Content-Type') ?? '').includes('text/html')) return undefined
    const text = await response.text()
    const [, release = '', place = '', drawn = ''] = (text.length <= longest && drawing.exec(text)) || []
    if (!place.startsWith(`${issue}/`) || Number(drawn) !== revision) return undefined
    const page = copyOf(response, text)
    page.headers.set(headers.place, place)
    page.headers.set(headers.revision, drawn)
    page.headers.set(headers.release, release)
    return page
  } catch {
    return undefined
  }
}

/** @param base address of the site, absolute, with a slash at its end */
export const openDrawnPages = (base: string): DrawnPages => {
  /** Undefined where a browser forbids storage, has none because the host is not secure, or fails to read or write. */
  const within = async <Found>(act: (cache: Cache) => Promise<Found>): Promise<Found | undefined> => {
    try {
      const cache = await globalThis.caches?.open(drawnCache)
      return cache && (await act(cache))
    } catch {
      return undefined
    }
  }
  const issuesIn = async (cache: Cache): Promise<string[]> =>
    (await cache.keys()).flatMap(({ url }) => (url.startsWith(base) ? [url.slice(base.length)] : []))

  return {
    keep: (saved, signal) =>
      within(async (cache) => {
        for (const issue of await issuesIn(cache))
          if (!saved.some((one) => one.issue === issue)) await cache.delete(base + issue)
        for (const one of saved) {
          const url = base + one.issue
          const kept = await cache.match(url)
          if (kept?.headers.get(headers.revision) === String(one.revision)) continue
          const page = await fetchDrawn(url, one, signal)
          await (page ? cache.put(url, page) : cache.delete(url))
        }
      }),
    find: (path, release) =>
      within(async (cache) => {
        const issue = path === '' ? (await issuesIn(cache)).sort().at(-1) : path.split('/')[0]
        const kept = issue === undefined ? undefined : await cache.match(base + issue)
        if (kept?.headers.get(headers.release) !== release) return undefined
        return [issue, '', kept.headers.get(headers.place)].includes(path) ? kept : undefined
      }),
  }
}
