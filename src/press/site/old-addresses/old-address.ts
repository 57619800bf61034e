import type { Reason } from '../../findings/chinese/reasons'
/** An address of an older e-paper: what a server compares a request with. */
export interface OldAddress {
  /** Decoded, with a slash at its beginning. */
  readonly path: string
  /** As a request has it; absent if the path alone counts. */
  readonly query?: string
}

/** Longest address, in bytes: longer ones fit neither into nginx's table (deploy/nginx.conf) nor into a file system. */
export const addressBytes = 500
const segmentBytes = 200

/** Marks that mean nothing to a shell, nginx, Caddy or HTML; above all no quotes, `$`, `;`, braces, spaces or controls. */
const plainPath = /^[\p{L}\p{N}\p{M}\-._~!*()@:+,=&/]+$/u
const plainQuery = /^[A-Za-z0-9\-._~!*()@:+,=&/%]+$/

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch {
    // Not UTF-8, such as percent signs of GBK.
    return undefined
  }
}

/** Why a path can't be an old address; undefined if it can. */
export const faultOfPath = (path: string): Reason | undefined => {
  if (!path.startsWith('/')) return 'it does not begin with a slash'
  if (!plainPath.test(path)) return 'it has characters that no address needs'
  const segments = path.slice(1).replace(/\/$/, '').split('/')
  if (segments.some((segment) => segment.startsWith('.'))) return 'a part of it begins with a dot'
  if (path !== '/' && segments.includes('')) return 'it has two slashes in a row'
  if (bytesOf(path) > addressBytes || segments.some((segment) => bytesOf(segment) > segmentBytes))
    return 'it is too long'
  return undefined
}

/** Why a query can't belong to an old address; undefined if it can. */
export const faultOfQuery = (query: string): Reason | undefined => {
  if (query !== '' && !plainQuery.test(query)) return 'its query has characters that no address needs'
  return bytesOf(query) > addressBytes ? 'it is too long' : undefined
}

/**
 * Decodes an address as a person has it: with or without host, which does not count, and with percent signs, which are decoded
 * once. Returns words for what is wrong with it.
 */
export const decodeOldAddress = (text: string): OldAddress | { readonly reason: Reason } => {
  const [written = ''] = text.replace(/^https?:\/\/[^/?#]*/i, '').split('#')
  const [encoded = '', ...rest] = written.split('?')
  const query = rest.join('?')
  const path = decoded(encoded === '' ? '/' : encoded)
  if (path === undefined) return { reason: 'its percent signs are not UTF-8' }
  const reason = faultOfPath(path) ?? faultOfQuery(query)
  if (reason !== undefined) return { reason }
  if (bytesOf(path + query) > addressBytes) return { reason: 'it is too long' }
  return { path, ...(query !== '' && { query }) }
}

/** One text for one address. */
export const keyOf = ({ path, query }: OldAddress): string => (query === undefined ? path : `${path}?${query}`)

/**
 * The file below a site's folder with which a plain server answers the address; undefined if none can: an address with a query,
 * outside of the site's base, or with an ending of programs such as .asp, which no browser shows.
 */
export const stubFileOf = ({ path, query }: OldAddress, base: string): string | undefined => {
  if (query !== undefined || !path.startsWith(base)) return undefined
  const own = path.slice(base.length)
  const name = own.split('/').at(-1) ?? ''
  if (/\.(html|htm|shtml)$/.test(name)) return own
  if (name.includes('.') || own === '') return undefined
  return `${own.replace(/\/$/, '')}/index.html`
}
