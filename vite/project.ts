import { fileURLToPath } from 'node:url'

/** Absolute path of something below the project's root. */
export const pathOf = (below: string): string => fileURLToPath(new URL(`../${below}`, import.meta.url))

/** `@/bundle/…` means `src/bundle/…`, in every build and in the tests. */
export const resolve = { alias: { '@': pathOf('src') } }

/** Browsers that the reader is built for: docs/browsers.md. */
export const browserTargets = ['chrome105', 'safari16', 'firefox110']

/** The site's folder: the press writes the paper and its issues into it, the builds put the app around them. */
export const siteFolder = process.env['BANMIAN_SITE'] ?? pathOf('dist/site')

/** Path that the site is served under, with a slash at both ends. */
export const siteBase = process.env['BANMIAN_BASE'] ?? '/'
