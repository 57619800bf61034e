import { decodeCatalog, decodeYearCatalog } from '@/bundle/codec'
import type { Catalog, YearCatalog } from '@/bundle/catalog'
import { BundleError, type BundleFault } from '@/bundle/fault'
import { catalogFile, signatureFile, yearCatalogFile } from '@/bundle/file-names'
import { verifyPart } from '@/bundle/integrity'
import type { PartEntry } from '@/bundle/issue'
import { limitOfPart, limits, readWithin } from '@/bundle/limits'

/** `fresh` bypasses the browser's cache. */
export type Freshness = 'cached' | 'fresh'

/** What may be the answer of a cache alone, which kept a forger's bytes, a portal's page or a file that was still to come. */
const mayBeCached: readonly BundleFault['kind'][] = ['wrong-digest', 'page-instead', 'missing-part']

/** Fetches bundles from the paper's site. Sizes are limited and parts verified; the caller decodes them. */
export interface IssueHttp {
  readonly catalog: (signal: AbortSignal) => Promise<Catalog>
  /** Every issue of a year. [B6] */
  readonly yearCatalog: (year: number, signal: AbortSignal) => Promise<YearCatalog>
  /** The exact bytes of an issue's issue.json. */
  readonly issueJson: (id: string, signal: AbortSignal, freshness?: Freshness) => Promise<Uint8Array<ArrayBuffer>>
  /** The bytes of an issue's issue.sig; undefined if there is none. [B17] */
  readonly signature: (
    id: string,
    signal: AbortSignal,
    freshness?: Freshness,
  ) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly part: (id: string, entry: PartEntry, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  /** The same, but reports how many bytes of a file have arrived so far; absent if that is not known. */
  readonly watched?: (onBytes: (bytes: number) => void) => IssueHttp
}

/** The chunks of a stream; streams are not iterable before Safari 27 and Chromium 124. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

/** Passes chunks on, and reports the total length so far. */
async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of chunks) {
    onBytes((length += chunk.byteLength))
    yield chunk
  }
}

interface FileRequest {
  readonly url: string
  readonly file: string
  readonly limitBytes: number
  readonly absent: 'not-found' | 'missing-part' | 'not-signed'
  /** What a web page in place of the file means, where it isn't a fault of its own. */
  readonly pageMeans?: 'not-signed' | 'not-found'
  readonly signal: AbortSignal
  readonly freshness?: Freshness | undefined
  readonly onBytes?: ((bytes: number) => void) | undefined
}

/** @throws BundleError `unreachable` if nothing answers */
const send = async ({ url, file, signal, freshness }: FileRequest): Promise<Response> => {
  try {
    return await fetch(url, { signal, cache: freshness === 'fresh' ? 'reload' : 'default' })
  } catch (error) {
    if (signal.aborted) throw error
    throw new BundleError({ kind: 'unreachable', file })
  }
}

const fetchBytes = async (wanted: FileRequest): Promise<Uint8Array<ArrayBuffer>> => {
  const { file, limitBytes, absent, pageMeans, signal, onBytes } = wanted
  const response = await send(wanted)
  if (response.status === 404 || response.status === 410) throw new BundleError({ kind: absent, file })
  const isPage = (response.headers.get('content-type') ?? '').includes('text/html')
  if (response.ok && isPage) throw new BundleError({ kind: pageMeans ?? 'page-instead', file })
  if (!response.ok || !response.body) throw new BundleError({ kind: 'server-error', file, status: response.status })
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes && !response.headers.has('content-encoding'))
    throw new BundleError({ kind: 'too-large', file, limitBytes })
  try {
    const chunks = chunksOf(response.body)
    return await readWithin(onBytes ? counted(chunks, onBytes) : chunks, limitBytes, file)
  } catch (error) {
    if (signal.aborted || error instanceof BundleError) throw error
    // The connection broke while receiving.
    throw new BundleError({ kind: 'unreachable', file })
  }
}

/** @param base address of the folder with catalog.json, ending in a slash */
export const createIssueHttp = (base: string, onBytes?: (bytes: number) => void): IssueHttp => ({
  catalog: async (signal) =>
    decodeCatalog(
      await fetchBytes({
        url: `${base}${catalogFile}`,
        file: catalogFile,
        limitBytes: limits.catalogBytes,
        absent: 'not-found',
        signal,
      }),
    ),
  yearCatalog: async (year, signal) => {
    const file = yearCatalogFile(year)
    const limitBytes = limits.catalogBytes
    // A server that answers every unknown path with a page has given out catalog.json before.
    const absent = { absent: 'not-found', pageMeans: 'not-found' } as const
    const bytes = await fetchBytes({ url: `${base}${file}`, file, limitBytes, ...absent, signal })
    return decodeYearCatalog(bytes, file)
  },
  issueJson: (id, signal, freshness) =>
    fetchBytes({
      url: `${base}${id}/issue.json`,
      file: 'issue.json',
      limitBytes: limits.issueJsonBytes,
      absent: 'not-found',
      signal,
      freshness,
    }),
  signature: async (id, signal, freshness) => {
    const file = signatureFile
    const limitBytes = limits.signatureBytes
    try {
      return await fetchBytes({
        url: `${base}${id}/${file}`,
        file,
        limitBytes,
        absent: 'not-signed',
        // Some servers answer every unknown path with the app's page.
        pageMeans: 'not-signed',
        signal,
        freshness,
      })
    } catch (error) {
      if (error instanceof BundleError && error.fault.kind === 'not-signed') return undefined
      throw error
    }
  },
  part: async (id, entry, signal) => {
    const { name } = entry
    const limitBytes = limitOfPart(name)
    const wanted = {
      url: `${base}${id}/${name}`,
      file: name,
      limitBytes,
      absent: 'missing-part',
      signal,
      onBytes,
    } as const
    const fetchAs = async (freshness: Freshness) => verifyPart(entry, await fetchBytes({ ...wanted, freshness }))
    try {
      return await fetchAs('cached')
    } catch (error) {
      if (!(error instanceof BundleError) || !mayBeCached.includes(error.fault.kind)) throw error
      return fetchAs('fresh')
    }
  },
  watched: (onReceived) => createIssueHttp(base, onReceived),
})
