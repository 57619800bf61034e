import { decodeCatalog } from '@/bundle/codec'
import type { Catalog } from '@/bundle/catalog'
import { BundleError } from '@/bundle/fault'
import { verifyPart } from '@/bundle/integrity'
import type { PartEntry } from '@/bundle/issue'
import { limitOfPart, limits, readWithin } from '@/bundle/limits'

/** `fresh` goes past the browser's cache. */
export type Freshness = 'cached' | 'fresh'

/** Getting bundles from the paper's site. Bytes are within their limits and verified; decoding them is the caller's. */
export interface IssueHttp {
  readonly catalog: (signal: AbortSignal) => Promise<Catalog>
  /** The exact bytes of an issue's issue.json. */
  readonly issueJson: (id: string, signal: AbortSignal, freshness?: Freshness) => Promise<Uint8Array<ArrayBuffer>>
  /** The bytes of an issue's issue.sig; undefined where there is none. [B17] */
  readonly signature: (
    id: string,
    signal: AbortSignal,
    freshness?: Freshness,
  ) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly part: (id: string, entry: PartEntry, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  /** Address of a part, for an image that the browser loads itself. */
  readonly partUrl: (id: string, name: string) => string
}

/** A stream's chunks; streams can't be iterated themselves before Safari 27 and Chromium 124. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

/** @throws BundleError `unreachable` where nothing answers */
const request = async (url: string, file: string, signal: AbortSignal, freshness: Freshness): Promise<Response> => {
  try {
    return await fetch(url, { signal, cache: freshness === 'fresh' ? 'reload' : 'default' })
  } catch (error) {
    if (signal.aborted) throw error
    throw new BundleError({ kind: 'unreachable', file })
  }
}

const fetchBytes = async (
  url: string,
  file: string,
  limitBytes: number,
  absent: 'not-found' | 'missing-part' | 'not-signed',
  signal: AbortSignal,
  freshness: Freshness = 'cached',
): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await request(url, file, signal, freshness)
  // A server that answers every path with the app's page has no such file either.
  const isPage = (response.headers.get('content-type') ?? '').includes('text/html')
  if (response.status === 404 || response.status === 410 || (response.ok && isPage))
    throw new BundleError({ kind: absent, file })
  if (!response.ok || !response.body) throw new BundleError({ kind: 'server-error', file, status: response.status })
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes && !response.headers.has('content-encoding'))
    throw new BundleError({ kind: 'too-large', file, limitBytes })
  try {
    return await readWithin(chunksOf(response.body), limitBytes, file)
  } catch (error) {
    if (signal.aborted || error instanceof BundleError) throw error
    // The connection broke in the middle.
    throw new BundleError({ kind: 'unreachable', file })
  }
}

/** @param base address of the folder that holds catalog.json, ending in a slash */
export const createIssueHttp = (base: string): IssueHttp => ({
  catalog: async (signal) =>
    decodeCatalog(await fetchBytes(`${base}catalog.json`, 'catalog.json', limits.catalogBytes, 'not-found', signal)),
  issueJson: (id, signal, freshness) =>
    fetchBytes(`${base}${id}/issue.json`, 'issue.json', limits.issueJsonBytes, 'not-found', signal, freshness),
  signature: async (id, signal, freshness) => {
    const file = 'issue.sig'
    try {
      return await fetchBytes(`${base}${id}/${file}`, file, limits.signatureBytes, 'not-signed', signal, freshness)
    } catch (error) {
      if (error instanceof BundleError && error.fault.kind === 'not-signed') return undefined
      throw error
    }
  },
  part: async (id, entry, signal) =>
    verifyPart(
      entry,
      await fetchBytes(`${base}${id}/${entry.name}`, entry.name, limitOfPart(entry.name), 'missing-part', signal),
    ),
  partUrl: (id, name) => `${base}${id}/${name}`,
})
