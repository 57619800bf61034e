import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** An object in the memory of the store. */
export interface HeldObject {
  readonly bytes: Buffer
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  changedAt: Date
}

/** A write as it arrived, and whether it was done. */
export interface SeenRequest {
  readonly method: string
  readonly key: string
  readonly status: number
}

/** How a store of some vendor differs from Amazon's. */
export interface StoreManners {
  /** `keep`: as the standard says; `ignore`: passes over them; `refuse`: answers that it does not know them. */
  conditions: 'keep' | 'ignore' | 'refuse'
  /** Radosgw compares If-Match with the bare mark. */
  isEtagBare: boolean
  /** Called before each request; an answer of its own stands for the store's. */
  interfere: (method: string, key: string) => { status: number; code: string } | 'hang up' | undefined
}

const bucket = 'paper'

/**
 * A store in memory that speaks as much of S3 as a publication needs, and misbehaves as told. It does not check signatures. Closed when
 * the test ends.
 */
export const startS3Server = async (manners: Partial<StoreManners> = {}) => {
  const objects = new Map<string, HeldObject>()
  const seen: SeenRequest[] = []
  const settings: StoreManners = { conditions: 'keep', isEtagBare: false, interfere: () => undefined, ...manners }
  const hooks: { beforeWrite: (key: string) => Promise<void>; afterWrite: () => void } = {
    beforeWrite: () => Promise.resolve(),
    afterWrite: () => undefined,
  }
  let busy = 0
  let busiest = 0

  const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}, body = ''): void =>
    void response.writeHead(status, headers).end(body)
  const refuse = (response: ServerResponse, status: number, code: string): void =>
    answer(
      response,
      status,
      { 'content-type': 'application/xml' },
      `<Error><Code>${code}</Code><Message>no</Message></Error>`,
    )

  /** What a condition says about a write; undefined if it may be done. */
  const refusalOf = ({ headers }: IncomingMessage, there: HeldObject | undefined): [number, string] | undefined => {
    const absent = headers['if-none-match']
    const match = headers['if-match']
    if (settings.conditions === 'ignore' || (absent === undefined && match === undefined)) return undefined
    if (settings.conditions === 'refuse') return [501, 'NotImplemented']
    const mark = there && (settings.isEtagBare ? there.etag.replaceAll('"', '') : there.etag)
    return (absent === '*' && there) || (match !== undefined && match !== mark)
      ? [412, 'PreconditionFailed']
      : undefined
  }

  const write = async (request: IncomingMessage, response: ServerResponse, key: string): Promise<number> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    await hooks.beforeWrite(key)
    const refusal = refusalOf(request, objects.get(key))
    if (refusal) {
      refuse(response, ...refusal)
      return refusal[0]
    }
    const bytes = Buffer.concat(chunks)
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(request.headers))
      if (/^(content-type|cache-control|x-amz-meta-.*)$/.test(name)) headers[name] = String(value)
    objects.set(key, { bytes, etag, headers, changedAt: new Date() })
    hooks.afterWrite()
    answer(response, 200, { etag })
    return 200
  }

  const read = (request: IncomingMessage, response: ServerResponse, key: string): void => {
    const found = objects.get(key)
    if (!found) return refuse(response, 404, 'NoSuchKey')
    const { bytes, etag, headers, changedAt } = found
    response.writeHead(200, {
      ...headers,
      etag,
      'last-modified': changedAt.toUTCString(),
      'content-length': bytes.length,
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  const list = (response: ServerResponse, query: URLSearchParams): void => {
    const keys = [...objects.keys()].sort().filter((key) => key.startsWith(query.get('prefix') ?? ''))
    const rest = keys.filter((key) => key > (query.get('start-after') ?? ''))
    const rows = rest.slice(0, 10).map((key) => {
      const size = objects.get(key)?.bytes.length ?? 0
      return `<Contents><Key>${encodeURIComponent(key)}</Key><Size>${size}</Size></Contents>`
    })
    const isTruncated = `<IsTruncated>${rest.length > rows.length}</IsTruncated>`
    answer(response, 200, {}, `<ListBucketResult>${isTruncated}${rows.join('')}</ListBucketResult>`)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? ''
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store')
    const [, inBucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(pathname)) ?? []
    const odd = settings.interfere(method, key)
    if (odd === 'hang up') return void request.socket.destroy()
    if (odd) {
      request.resume()
      seen.push({ method, key, status: odd.status })
      return refuse(response, odd.status, odd.code)
    }
    if (inBucket !== bucket) return refuse(response, 404, 'NoSuchBucket')
    if (method === 'PUT') return void seen.push({ method, key, status: await write(request, response, key) })
    if (method === 'DELETE') {
      objects.delete(key)
      hooks.afterWrite()
      answer(response, 204)
    } else if (key === '') list(response, searchParams)
    else read(request, response, key)
    seen.push({ method, key, status: response.statusCode })
  }

  const server = createServer((request, response) => {
    busiest = Math.max(busiest, ++busy)
    response.on('close', () => busy--)
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    /** By key, with the prefix. */
    objects,
    /** Every request in the order in which it was answered. */
    seen,
    settings,
    hooks,
    /** Most requests that were under way at once. */
    busiest: (): number => busiest,
  }
}

export type S3Server = Awaited<ReturnType<typeof startS3Server>>
