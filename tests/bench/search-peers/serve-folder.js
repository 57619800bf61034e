import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}
/** What a host sends compressed; the files of an index it sends as they are. */
const isCompressed = (extension) => extension in types || extension === '.css'

const rangeOf = (header, size) => {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined) return undefined
  return { start: Number(from), end: Math.min(size - 1, to === '' ? size - 1 : Number(to)) }
}

/** Serves a folder as a static host does, by ranges too, and counts requests and the bytes of answers without their headers. */
export const serveFolder = async (folder) => {
  const log = { requests: 0, bytes: 0 }
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)))
    log.requests++
    if (!existsSync(path)) return response.writeHead(404).end()
    const extension = extname(path)
    const headers = { 'content-type': types[extension] ?? 'application/octet-stream', 'cache-control': 'no-store' }
    if (isCompressed(extension)) {
      const body = gzipSync(readFileSync(path))
      log.bytes += body.length
      return response
        .writeHead(200, { ...headers, 'content-encoding': 'gzip', 'content-length': body.length })
        .end(body)
    }
    const { size } = statSync(path)
    const range = rangeOf(request.headers.range, size)
    const { start, end } = range ?? { start: 0, end: size - 1 }
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': end - start + 1,
      ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
    })
    if (request.method === 'HEAD') return response.end()
    log.bytes += end - start + 1
    createReadStream(path, { start, end }).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    log,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
