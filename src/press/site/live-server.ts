import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { everyResponse, isFile } from './response-headers'
import { createSiteServer } from './site-server'

/** Answers a request; false if it is not for it. */
export type LiveHandler = (request: IncomingMessage, response: ServerResponse) => boolean

/** A server of a site that changes, whose pages reload when it has. */
export interface LiveServer {
  readonly server: Server
  /** Makes every page that is open load again. */
  readonly reload: () => void
}

const eventsPath = '/press-events'
const scriptPath = '/press-live.js'
const script = `new EventSource('${eventsPath}').onmessage = () => location.reload()\n`

/** The app may stand in a page of the same server, beside which an editor corrects it. */
const framed = {
  ...everyResponse,
  'Content-Security-Policy': (everyResponse['Content-Security-Policy'] ?? '').replace(
    "frame-ancestors 'none'",
    "frame-ancestors 'self'",
  ),
}

/**
 * Serves the app alone for every address, so that nothing has to be drawn after a change: it takes the issue from its data. There is no
 * service worker, which would keep what has changed.
 */
export const createLiveServer = (folder: string, handler?: LiveHandler): LiveServer => {
  const site = createSiteServer(folder)
  const listeners = new Set<ServerResponse>()

  const say = (response: ServerResponse, type: string, text: string): void =>
    void response
      .writeHead(200, { ...(handler ? framed : everyResponse), 'content-type': type, 'cache-control': 'no-store' })
      .end(text)
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': open\n\n')
    listeners.add(response)
    request.once('close', () => listeners.delete(response))
  }
  const showApp = async (response: ServerResponse): Promise<void> => {
    const shell = await readFile(join(folder, 'shell.html'), 'utf8')
    say(response, 'text/html; charset=utf-8', shell.replace('</body>', `<script src="${scriptPath}"></script></body>`))
  }

  const server = createServer((request, response) => {
    if (handler?.(request, response)) return
    const { pathname } = new URL(request.url ?? '/', 'http://local')
    if (pathname === eventsPath) return listen(request, response)
    if (pathname === scriptPath) return say(response, 'text/javascript; charset=utf-8', script)
    if (pathname === '/sw.js') return void response.writeHead(404).end()
    if (isFile(pathname.slice(1))) return void site.emit('request', request, response)
    showApp(response).catch(() => response.writeHead(503).end('the site is not there'))
  })
  return { server, reload: () => listeners.forEach((response) => response.write('data: changed\n\n')) }
}
