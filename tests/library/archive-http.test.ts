// @vitest-environment node
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createStaticArchive } from '@/archive/static-archive'
import { createArchiveHttp } from '@/library/archive-http'
import {
  addSegment,
  archiveFaultOf,
  recordOf,
  searchAll,
  variants,
  writeCatalog,
  type Files,
} from '../support/archive-in-memory'

const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/`
}

const large = Uint8Array.from({ length: 2_000_000 }, (_, index) => index % 251)
const signal = new AbortController().signal

/** A host of these files. */
const hostOf = (files: Files, knowsRanges: boolean): RequestListener => {
  return (request, response) => {
    const bytes = files.get((request.url ?? '').slice(1))
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (!bytes) response.writeHead(404).end('not found')
    else if (knowsRanges && from !== undefined && Number(from) >= bytes.length) response.writeHead(416).end()
    else if (knowsRanges && from !== undefined)
      response
        .writeHead(206, { 'content-range': `bytes ${from}-${to}/${bytes.length}` })
        .end(bytes.subarray(Number(from), Number(to) + 1))
    else response.end(bytes)
  }
}

describe('the files of an index on a host', () => {
  it.each([true, false])('answer a search (ranges: %s)', async (knowsRanges) => {
    const files: Files = new Map()
    writeCatalog(files, [await addSegment(files, [recordOf('2024-03-03', 'aaa111', '一张报纸。\n')])])
    const base = await serve(hostOf(files, knowsRanges))
    const { found } = await searchAll(createStaticArchive(createArchiveHttp(base), variants), '報紙')
    expect(found).toEqual(['2024-03-03 aaa111'])
  })

  it('are read in pieces', async () => {
    const files = createArchiveHttp(await serve(hostOf(new Map([['texts', large]]), true)))
    expect(await files.read('texts', 1_500_000, 3000, signal)).toEqual(large.slice(1_500_000, 1_503_000))
    expect(await files.read('texts', 1_999_990, 100, signal)).toEqual(large.slice(1_999_990))
    expect(await archiveFaultOf(files.read('texts', 2_000_000, 4, signal))).toEqual({ kind: 'damaged', file: 'texts' })
  })

  it('are read as far as need be from a host without ranges, and not at all where that is too far', async () => {
    const files = createArchiveHttp(await serve(hostOf(new Map([['texts', large]]), false)))
    expect(await files.read('texts', 200_000, 3000, signal)).toEqual(large.slice(200_000, 203_000))
    expect(await archiveFaultOf(files.read('texts', 1_500_000, 3000, signal))).toEqual({
      kind: 'no-ranges',
      file: 'texts',
    })
    expect(await archiveFaultOf(files.readWhole('texts', 1000, signal))).toEqual({ kind: 'damaged', file: 'texts' })
  })

  it('are missing, broken or out of reach', async () => {
    const faultWith = async (listener: RequestListener) =>
      archiveFaultOf(createArchiveHttp(await serve(listener)).read('head', 0, 10, signal))
    expect(await faultWith(hostOf(new Map(), true))).toEqual({ kind: 'not-found', file: 'head' })
    const page: RequestListener = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
    expect(await faultWith(page)).toEqual({ kind: 'not-found', file: 'head' })
    expect(await faultWith((_, response) => response.writeHead(503).end())).toEqual({
      kind: 'server-error',
      file: 'head',
      status: 503,
    })
    const elsewhere: RequestListener = (_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 5-14/20' }).end('0123456789')
    expect(await faultWith(elsewhere)).toEqual({ kind: 'damaged', file: 'head' })
    const cut: RequestListener = (_, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-9/20', 'content-length': 10 }).write('012')
      response.destroy()
    }
    expect(await faultWith(cut)).toEqual({ kind: 'unreachable', file: 'head' })
    expect(await archiveFaultOf(createArchiveHttp('http://127.0.0.1:1/').read('head', 0, 10, signal))).toEqual({
      kind: 'unreachable',
      file: 'head',
    })
  })

  it('are not waited for when the search is over', async () => {
    const controller = new AbortController()
    const base = await serve((request) => request.on('error', () => undefined))
    const reading = createArchiveHttp(base).read('head', 0, 10, controller.signal)
    controller.abort()
    await expect(reading).rejects.toThrow('aborted')
  })
})
