import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import * as v from 'valibot'
import { finding, type Finding } from '../finding'
import { contentTypeOf, everyResponse } from '../site/response-headers'
import { deskEdit, deskEditPath, deskStatePath, deskUndoPath } from './desk-record'
import type { DeskSession } from './desk-session'
import type { PagePictures } from './page-pictures'

export interface DeskServerOptions {
  readonly session: DeskSession
  readonly pictures: PagePictures
  /** Where the desk is built. */
  readonly assets: string
  readonly inWords: (finding: Finding) => Finding
}

/** Answers what is asked of the desk; false if that is something else. */
export type DeskHandler = (request: IncomingMessage, response: ServerResponse) => boolean

/** An edit with a long text and many outlines is not longer. */
const mostBytes = 4 * 1024 ** 2

const headers = {
  ...everyResponse,
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue",
  'Cache-Control': 'no-store',
}

const hosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Another site that calls this machine by a name of its own is not answered. */
const isOwnHost = ({ headers: { host } }: IncomingMessage): boolean =>
  host !== undefined && URL.canParse(`http://${host}`) && hosts.has(new URL(`http://${host}`).hostname)

/** A page of another site may send a request, but not with this origin, nor JSON unasked. */
const isOwnRequest = ({ headers: { host, origin, 'content-type': type = '' } }: IncomingMessage): boolean =>
  origin === `http://${host}` && /^application\/json\b/.test(type)

/** Undefined if it is longer than an edit, or no JSON. */
const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.byteLength
    // Read to its end all the same, or the answer would not arrive.
    if (size <= mostBytes) chunks.push(bytes)
  }
  if (size > mostBytes) return undefined
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return body
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const undoRequest = v.object({ version: v.string() })

export const createDeskHandler = ({ session, pictures, assets, inWords }: DeskServerOptions): DeskHandler => {
  const say = (response: ServerResponse, status: number, type: string, body: Uint8Array | string): void =>
    void response.writeHead(status, { ...headers, 'Content-Type': type }).end(body)
  const sayJson = (response: ServerResponse, value: unknown, status = 200): void =>
    say(response, status, 'application/json', JSON.stringify(value))
  const refuse = (response: ServerResponse, status: number, words: string): void =>
    say(response, status, 'text/plain; charset=utf-8', words)

  const sendFile = async (response: ServerResponse, name: string): Promise<void> => {
    const bytes = await readFile(join(assets, name)).catch(() => undefined)
    if (bytes) say(response, 200, contentTypeOf(name), bytes)
    else refuse(response, 404, 'not found')
  }

  const change = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (request.method !== 'POST') return refuse(response, 405, 'method not allowed')
    if (!isOwnRequest(request)) return refuse(response, 403, 'forbidden')
    const body = await bodyOf(request)
    const unread = (): void => {
      const told = finding('change-not-made', { file: '' }, { reason: 'what was asked for can’t be read' })
      sayJson(response, { state: session.state(), refused: inWords(told).why })
    }
    if (path === deskUndoPath) {
      const asked = v.safeParse(undoRequest, body)
      return asked.success ? sayJson(response, await session.undo(asked.output.version)) : unread()
    }
    const asked = v.safeParse(deskEdit, body)
    return asked.success ? sayJson(response, await session.edit(asked.output)) : unread()
  }

  const answer = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (path === deskEditPath || path === deskUndoPath) return change(request, response, path)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'method not allowed')
    if (path === deskStatePath) return sayJson(response, session.state())
    const index = /^\/desk\/pages\/(\d{1,3})$/.exec(path)?.[1]
    if (index !== undefined) {
      const { manuscript } = session
      const picture = manuscript && (await pictures.of(Number(index), manuscript))
      return picture ? say(response, 200, picture.type, picture.bytes) : refuse(response, 404, 'not found')
    }
    const asset = /^\/desk\/((?:assets\/)?[\w-][\w.-]*)?$/.exec(path)
    return asset ? sendFile(response, asset[1] ?? 'index.html') : refuse(response, 404, 'not found')
  }

  return (request, response) => {
    // The issue is not published yet: the reader is nobody else's business either.
    if (!isOwnHost(request)) {
      refuse(response, 403, 'forbidden')
      return true
    }
    const { pathname } = new URL(request.url ?? '/', 'http://local')
    if (!/^\/(?:desk(?:\/|$)|favicon\.ico$)/.test(pathname)) return false
    // Browsers ask for an icon on their own.
    if (pathname === '/favicon.ico') say(response, 204, 'image/x-icon', '')
    else if (pathname === '/desk') response.writeHead(308, { Location: '/desk/' }).end()
    else
      answer(request, response, pathname).catch(() => {
        // A disk that is full, a browser that went away: this request fails, the desk goes on.
        if (response.headersSent) response.end()
        else refuse(response, 500, 'not done')
      })
    return true
  }
}
