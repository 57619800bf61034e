import { libraryPath } from '@/library/app-paths'

const issue = String.raw`\d{4}-\d{2}-\d{2}[a-z0-9-]{0,21}`

/** The addresses of the reader's routes, below the app's base; a test holds them to `reader/location/route-of.ts`. */
const own: readonly RegExp[] = [
  /^$/,
  new RegExp(String.raw`^${issue}(/\d{1,3}(/[a-z0-9]{3,16})?)?$`),
  new RegExp(String.raw`^${libraryPath}(/[a-z0-9.-]+(/${issue}(/\d{1,3}(/[a-z0-9]{3,16})?)?)?)?$`),
  /^(settings|search)$/,
  /^calendar(\/\d{4}(\/(0?[1-9]|1[0-2]))?)?$/,
]

/** A link may name the file that a server gives out for an address. */
const withoutFile = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1')

/** The path below the app's base, without a file's name or a slash at its end; undefined if the address lies elsewhere. */
export const pathOf = (url: string, scope: string): string | undefined => {
  const { origin, pathname } = new URL(url)
  const base = new URL(scope)
  if (origin !== base.origin || !pathname.startsWith(base.pathname)) return undefined
  return withoutFile(pathname.slice(base.pathname.length)).replace(/\/$/, '')
}

/**
 * Whether the address is one of the reader's own, and not of anything else that the host has: a file beside the app, a page of
 * its own.
 * @param url the address, whose query says nothing here
 * @param scope the worker's scope, which is the app's base
 */
export const isOwnAddress = (url: string, scope: string): boolean => {
  const path = pathOf(url, scope)
  return path !== undefined && own.some((pattern) => pattern.test(path))
}

/** Whether the last part of the path has an ending: a file, which no server answers with a page of the reader, but for `index.html`. */
export const isFileAddress = (url: string): boolean => /\.[^./]*$/.test(withoutFile(new URL(url).pathname))
