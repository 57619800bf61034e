import { issueFileEnding, issueFileType } from '@/bundle/issue-file'

/** Whoever may make script addresses and markup: Vue for its own static markup, and the two places that add a script of ours. */
export const trustedTypes = 'trusted-types vue banmian-start banmian-worker'

/**
 * What a server says with every file of a site. `deploy/` says the same for nginx and Caddy, and a test holds them to it. The
 * rest of the content policy stands in each page, because it names the page's own inline script and styles by their hash.
 */
export const everyResponse: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; ${trustedTypes}`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), accelerometer=(), gyroscope=(), magnetometer=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const unicode = '; charset=utf-8'
const page = `text/html${unicode}`

/** Types of files by their ending. A browser that may not guess (`nosniff`) depends on them. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['html', page],
  ['htm', page],
  ['shtml', page],
  ['js', `text/javascript${unicode}`],
  ['css', `text/css${unicode}`],
  ['txt', `text/plain${unicode}`],
  ['json', 'application/json'],
  ['webmanifest', 'application/manifest+json'],
  ['xml', `application/xml${unicode}`],
  ['atom', `application/atom+xml${unicode}`],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['woff2', 'font/woff2'],
  ['pdf', 'application/pdf'],
  ['epub', 'application/epub+zip'],
  [issueFileEnding.slice(1), issueFileType],
  ['sig', 'application/octet-stream'],
  ['bin', 'application/octet-stream'],
])

/** What is no page: where such a file is missing, the answer is two words and not the app. */
export const fileEndings: readonly string[] = [...contentTypes.keys()].filter((ending) => !/html?$/.test(ending))

/** Text, which is worth compressing. Everything else is compressed already and may be asked for in ranges. */
export const textEndings: readonly string[] = [...contentTypes]
  .filter(([, type]) => /^text\/|[/+](json|xml)(;|$)/.test(type))
  .map(([ending]) => ending)

const endingOf = (path: string): string | undefined => /\.([^./]+)$/.exec(path)?.[1]

/** The type of the file at a path; an address without an ending is a page. */
export const contentTypeOf = (path: string): string => {
  const ending = endingOf(path)
  return ending === undefined ? page : (contentTypes.get(ending) ?? 'application/octet-stream')
}

export const isFile = (path: string): boolean => fileEndings.includes(endingOf(path) ?? '')

/** Places and names that carry a digest of the content: such a file never changes. Also a regular expression of nginx and Caddy. */
export const neverChanging: readonly string[] = [
  '(^|/)assets/',
  '/iiif/page-\\d+\\.[0-9a-f]{16}/',
  '\\.[0-9a-f]{8,64}\\.[0-9a-z]+$',
]
const immutable = new RegExp(neverChanging.join('|'))

export const revalidated = 'no-cache'
export const forAYear = 'public, max-age=31536000, immutable'

/** A year for what never changes; everything else is asked about every time, which costs nothing if it is the same. */
export const cacheControlOf = (path: string): string => (immutable.test(path) ? forAYear : revalidated)

/** Issues may be read by programs on other sites: IIIF viewers, feed readers. Also a regular expression of nginx and Caddy. */
export const openToOthers = '\\.(json|xml|atom|webp|avif|jpg|png|epub)$'
const open = new RegExp(openToOthers)

export const isOpenToOthers = (path: string): boolean => open.test(path)
