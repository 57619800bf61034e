import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
}
const compressible = /^(text|application)\/|svg/
/** Files with a digest of their content in the name never change. */
const immutable = /[.-][0-9A-Za-z_-]{8,64}\.(js|css|json|webp|avif|jpg|png|woff2)$/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

interface Answer {
  readonly bytes: Buffer
  readonly type: string
  readonly etag: string
}

const compressed = async (
  bytes: Buffer,
  accepted: string,
): Promise<{ readonly bytes: Buffer; readonly encoding?: string }> => {
  if (/\bbr\b/.test(accepted))
    return { bytes: await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), encoding: 'br' }
  return /\bgzip\b/.test(accepted) ? { bytes: await zip(bytes), encoding: 'gzip' } : { bytes }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/**
 * Serves the folder of a site as a plain web server does: content types, Brotli, ETags, a year of caching for files
 * named after their content, 404 for missing files. A navigation to a path without a file gets the app's page, which
 * handles the path.
 */
export const createStaticServer = (folder: string, base = '/'): Server => {
  const packed = new Map<string, Promise<{ readonly bytes: Buffer; readonly encoding?: string }>>()

  const find = async (path: string): Promise<Answer | undefined> => {
    const inside = normalize(join(folder, path))
    if (!inside.startsWith(normalize(folder) + sep) || !(await isFile(inside))) return undefined
    const bytes = await readFile(inside)
    return {
      bytes,
      type: types[extname(inside)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`,
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname)
    const own = path.startsWith(base) ? path.slice(base.length) : undefined
    const isNavigation = (request.headers.accept ?? '').includes('text/html') && extname(path) === ''
    const found =
      own === undefined
        ? undefined
        : ((await find(own || 'index.html')) ?? (isNavigation ? await find('index.html') : undefined))
    if (!found || own === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not found')
      return
    }
    const headers: Record<string, string> = {
      'content-type': found.type,
      etag: found.etag,
      'cache-control': immutable.test(own) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    }
    if (request.headers['if-none-match'] === found.etag) {
      response.writeHead(304, headers).end()
      return
    }
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const key = `${found.etag} ${accepted}`
    const content = compressible.test(found.type)
      ? (packed.get(key) ?? compressed(found.bytes, accepted))
      : Promise.resolve({ bytes: found.bytes })
    packed.set(key, content)
    const { bytes, encoding } = { encoding: undefined, ...(await content) }
    response.writeHead(200, {
      ...headers,
      'content-length': String(bytes.byteLength),
      ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      // A path that can't be decoded, or a file that has vanished: only this request fails.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('bad request')
    })
  })
}
