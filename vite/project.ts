import { fileURLToPath } from 'node:url'

/** Absolute path of something below the project's root. */
export const pathOf = (below: string): string => fileURLToPath(new URL(`../${below}`, import.meta.url))

/** `@/bundle/…` means `src/bundle/…`, in every build and in the tests. */
export const resolve = { alias: { '@': pathOf('src') } }

/** Says nothing of the time that plugins take: whoever starts the app has no use for it. */
export const quietly = { checks: { bundlerTimings: false } }

/** Browsers that the reader is built for: docs/browsers.md. */
export const browserTargets = ['chrome105', 'safari16', 'firefox110']
