import { createReadStream } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import sirv from 'sirv'
import { compressedEndings } from '../io/write-file'
import { cacheControlOf, contentTypeOf, everyResponse, isFile, isOpenToOthers, revalidated } from './response-headers'

/** The files that may be given out for a path, in every form. */
const namesOf = (path: string): string[] =>
  [path, `${path}.html`, `${path}/index.html`].flatMap((name) =>
    ['', ...compressedEndings].map((ending) => `${name}${ending}`),
  )

/** Whether a path leads out of the folder by a link of the file system; a file that is not there leads nowhere. */
const leadsOut = async (folder: string, path: string): Promise<boolean> => {
  const root = await realpath(folder).catch(() => folder)
  const found = await Promise.all(namesOf(path).map((name) => realpath(join(folder, name)).catch(() => undefined)))
  return found.some((real) => real !== undefined && real !== root && !real.startsWith(root + sep))
}

const refuse = (response: ServerResponse, status: number, words: string): void =>
  void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(words)

/**
 * Serves a site's folder as the configurations in `deploy/` do: an address without an ending is the page of that name, a page that
 * is not there is a 404 with the app's page, which says it in words. Files that begin with a dot are not part of a site.
 */
export const createSiteServer = (folder: string, base = '/'): Server => {
  const root = resolve(folder)
  const serve = sirv(root, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
    setHeaders: (response, path) => response.setHeader('Content-Type', contentTypeOf(path)),
  })
  const notFound = (response: ServerResponse, path: string): void => {
    response.setHeader('Cache-Control', revalidated)
    if (isFile(path)) return refuse(response, 404, 'not found\n')
    response.statusCode = 404
    response.setHeader('Content-Type', contentTypeOf('404.html'))
    createReadStream(join(root, '404.html'))
      .on('error', () => response.end('not found'))
      .pipe(response)
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(everyResponse)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'method not allowed')
    const url = new URL(request.url ?? '/', 'http://local')
    const path = decodeURIComponent(url.pathname)
    if (!path.startsWith(base)) return refuse(response, 404, 'not found')
    const own = path.slice(base.length)
    if (/(^|\/)\./.test(own) || (await leadsOut(root, own))) return notFound(response, own)
    response.setHeader('Cache-Control', cacheControlOf(own))
    if (isOpenToOthers(own)) response.setHeader('Access-Control-Allow-Origin', '*')
    request.url = `/${url.pathname.slice(base.length)}${url.search}`
    serve(request, response, () => notFound(response, own))
  }
  return createServer((request, response) => {
    answer(request, response).catch(() => {
      // A path that can't be decoded, a file that vanished: this request fails, the server goes on.
      if (!response.headersSent) refuse(response, 400, 'bad request')
      else response.end()
    })
  })
}
