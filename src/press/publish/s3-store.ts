import { isIP } from 'node:net'
import { AwsClient } from 'aws4fetch'
import { digestOfBytes } from './published'
import { usualPatience, withRetries, type Patience } from './retries'
import { parseListing, parseRefusal, type StoreRefusal } from './s3-answers'
import type { ConditionalWrite, ObjectBody, ObjectHeaders, Store, WriteCondition } from './store'
import type { StoreAddress, StoreKeys } from './store-address'
import { faultKindOf, StoreFault } from './store-fault'

/** Refusals that say: not under this condition. 409 is Amazon's for two conditional writes at once, and OSS's for an object that is there. */
const isConditionRefused = (status: number): boolean => status === 409 || status === 412
/** Refusals that say: such a condition is not known here. */
const isUnsupported = ({ code }: StoreRefusal, status: number): boolean =>
  status === 501 || code === 'NotImplemented' || (status === 400 && /^Invalid(Argument|Request)$/.test(code))

/** Stores that have a header of their own for a write that must not replace anything, and refuse or pass over the standard one. */
const forbidHeaders = [
  { host: /\.aliyuncs\.com$/, header: 'x-oss-forbid-overwrite' },
  { host: /\.myqcloud\.com$/, header: 'x-cos-forbid-overwrite' },
]

/** Radosgw compares the bare mark, others the quoted one. */
const formsOf = (etag: string): readonly string[] => {
  const bare = etag.replace(/^"|"$/g, '')
  return [`"${bare}"`, bare]
}

/** Bytes a second of the slowest line that is still waited for. */
const slowestLine = 20_000

/** An answer, read to its end. */
interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: ObjectBody
}

const textOf = ({ bytes }: Answer): string => new TextDecoder().decode(bytes)

/** Errors of a network say what happened in their cause. */
const wordsOf = (error: unknown): string => {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code: unknown = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return [code, cause instanceof Error ? cause.message : '']
    .filter((word) => typeof word === 'string' && word !== '')
    .join(': ')
}

/**
 * A store that speaks S3. Requests carry the digest of what they send, which the store compares with what arrives; redirects are not
 * followed, so that a signature goes only to the endpoint that was asked for.
 */
export const openS3Store = (
  { bucket, prefix, endpoint: given, region, isPathStyle: isAsked }: StoreAddress,
  keys: StoreKeys,
  patience: Patience = usualPatience,
): Store => {
  const endpoint = new URL(given ?? `https://s3.${region}.amazonaws.com`)
  // A number has no hosts below it.
  const isPathStyle = isAsked || isIP(endpoint.hostname) !== 0
  const forbidHeader = forbidHeaders.find(({ host }) => host.test(endpoint.hostname))?.header ?? 'if-none-match'
  const client = new AwsClient({ ...keys, service: 's3', region })
  const withoutKeys = (text: string): string =>
    Object.values(keys).reduce((rest: string, secret: string) => rest.replaceAll(secret, '…'), text)

  const addressOf = ({ key, query = {} }: Request): string => {
    const url = new URL(endpoint)
    const path = key === undefined ? '' : (prefix + key).split('/').map(encodeURIComponent).join('/')
    if (!isPathStyle) url.hostname = `${bucket}.${url.hostname}`
    url.pathname = `${endpoint.pathname.replace(/\/$/, '')}/${isPathStyle ? `${bucket}/` : ''}${path}`
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url.href
  }

  /** One try. @throws StoreFault if no answer comes */
  const send = async (request: Request, signal: AbortSignal): Promise<Answer> => {
    const { method, headers = {}, body } = request
    const size = body === undefined ? 0 : body instanceof Blob ? body.size : body.byteLength
    const limit = AbortSignal.timeout(patience.silenceMs + Math.ceil((size / slowestLine) * 1000))
    try {
      const signed = await client.sign(addressOf(request), { method, headers, ...(body && { body }) })
      const response = await fetch(signed, { signal: AbortSignal.any([signal, limit]), redirect: 'manual' })
      const bytes = new Uint8Array(await response.arrayBuffer())
      return { status: response.status, headers: response.headers, bytes }
    } catch (error) {
      signal.throwIfAborted()
      if (limit.aborted) throw new StoreFault('busy', `no answer to ${method} within its time`)
      // What fetch throws: no connection, or one that broke.
      if (error instanceof TypeError || error instanceof DOMException)
        throw new StoreFault('unreachable', withoutKeys(wordsOf(error)))
      throw error
    }
  }

  /** A request and its answer, tried again if that may help. `isExpected` lets answers through that are no success. */
  const ask = (
    request: Request,
    signal: AbortSignal,
    isExpected: (status: number, refusal: StoreRefusal) => boolean = () => false,
  ): Promise<Answer> =>
    withRetries(
      async () => {
        const answer = await send(request, signal)
        if (answer.status >= 200 && answer.status < 300) return answer
        const refusal = parseRefusal(textOf(answer), answer.status)
        if (isExpected(answer.status, refusal)) return answer
        const reason = `${refusal.code}${refusal.message && `: ${refusal.message}`}`
        throw new StoreFault(faultKindOf(refusal.code, answer.status), withoutKeys(reason))
      },
      patience,
      signal,
    )

  const isAbsent = (status: number, { code }: StoreRefusal): boolean => status === 404 && code !== 'NoSuchBucket'

  const headersFor = ({ contentType, cacheControl, sha256 }: ObjectHeaders, digest: string) => ({
    'content-type': contentType,
    'cache-control': cacheControl,
    'x-amz-content-sha256': digest,
    ...(sha256 && { 'x-amz-meta-sha256': sha256 }),
  })

  const writeIf = async (
    key: string,
    bytes: Uint8Array<ArrayBuffer>,
    condition: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ConditionalWrite> => {
    const record = { contentType: 'application/json', cacheControl: 'no-store' }
    const headers = { ...headersFor(record, digestOfBytes(bytes)), ...condition }
    const {
      status,
      headers: said,
      bytes: body,
    } = await ask(
      { method: 'PUT', key, headers, body: bytes },
      signal,
      (code, refusal) => isConditionRefused(code) || isUnsupported(refusal, code),
    )
    if (status >= 200 && status < 300) return { result: 'written', etag: said.get('etag') ?? '' }
    const isUnknown = isUnsupported(parseRefusal(new TextDecoder().decode(body), status), status)
    return { result: isUnknown ? 'unsupported' : 'refused' }
  }

  return {
    name: `s3://${bucket}${prefix && `/${prefix.replace(/\/$/, '')}`}`,
    get: async (key, signal) => {
      const { status, headers, bytes } = await ask({ method: 'GET', key }, signal, isAbsent)
      if (status === 404) return undefined
      const changedAt = Date.parse(headers.get('last-modified') ?? '')
      const now = Date.parse(headers.get('date') ?? '')
      return { bytes, etag: headers.get('etag') ?? '', ageMs: Math.max(0, (now || Date.now()) - (changedAt || 0)) }
    },
    digestOf: async (key, signal) => {
      const { status, headers } = await ask({ method: 'HEAD', key }, signal, isAbsent)
      return status === 404 ? undefined : (headers.get('x-amz-meta-sha256') ?? '')
    },
    put: async (key, body, headers, signal) => {
      const digest = headers.sha256 ?? (body instanceof Blob ? 'UNSIGNED-PAYLOAD' : digestOfBytes(body))
      await ask({ method: 'PUT', key, headers: headersFor(headers, digest), body }, signal)
    },
    putIf: async (key, bytes, condition: WriteCondition, signal) => {
      if ('ifAbsent' in condition)
        return writeIf(key, bytes, { [forbidHeader]: forbidHeader === 'if-none-match' ? '*' : 'true' }, signal)
      for (const form of formsOf(condition.ifEtag)) {
        const written = await writeIf(key, bytes, { 'if-match': form }, signal)
        if (written.result !== 'refused') return written
      }
      return { result: 'refused' }
    },
    list: async function* (signal) {
      for (let after = '', isLast = false; !isLast;) {
        const start: Readonly<Record<string, string>> = after === '' ? {} : { 'start-after': after }
        const query = { 'list-type': '2', 'encoding-type': 'url', prefix, ...start }
        const page = parseListing(textOf(await ask({ method: 'GET', query }, signal)))
        if (!page) throw new StoreFault('refused', 'what it answers to a listing is none')
        for (const { key, bytes } of page.objects) yield { key: key.slice(prefix.length), bytes }
        after = page.objects.at(-1)?.key ?? after
        isLast = page.isLast
      }
    },
    remove: async (key, signal) => {
      await ask({ method: 'DELETE', key }, signal, isAbsent)
    },
  }
}
