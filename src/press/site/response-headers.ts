/** Whoever may make script addresses and markup: Vue for its own static markup, and the two places that add a script of ours. */
export const trustedTypes = 'trusted-types vue banmian-start banmian-worker'

/**
 * What a server says with every file of a site. `deploy/` says the same for nginx and Caddy, and a test holds them to it. The
 * rest of the content policy stands in each page, because it names the page's own inline script and styles by their hash.
 */
export const everyResponse: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; ${trustedTypes}`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), accelerometer=(), gyroscope=(), magnetometer=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Names that carry a digest of their content: such a file never changes. */
const immutable = /[.-][0-9A-Za-z_-]{8,64}\.(js|css|json|webp|avif|jpg|png|woff2)$/

/** A year for what never changes; everything else is asked about every time, which costs nothing if it is the same. */
export const cacheControlOf = (path: string): string =>
  immutable.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Issues may be read by programs on other sites: IIIF viewers, feed readers. */
export const isOpenToOthers = (path: string): boolean => /\.(json|xml|webp|avif|jpg|png|epub)$/.test(path)
