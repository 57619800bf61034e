import { readFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compressSite } from '@/press/site/compressed-files'
import {
  cacheControlOf,
  contentTypeOf,
  everyResponse,
  fileEndings,
  forAYear,
  isOpenToOthers,
  neverChanging,
  openToOthers,
  revalidated,
  textEndings,
} from '@/press/site/response-headers'
import { createSiteServer } from '@/press/site/site-server'
import { webServers, type WebServer } from '../../support/web-servers'

const long = '版面。'.repeat(2000)
/** One file of every kind that a site holds. */
const files: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html><p>front ${long}`,
  '404.html': `<!doctype html><p>nothing here ${long}`,
  '2026-11-24/index.html': `<!doctype html><p>issue ${long}`,
  '2026-11-24/1/0abc/index.html': `<!doctype html><p>article ${long}`,
  'html/2019-03/05/node_2.htm': '<!doctype html><p>moved',
  'sw.js': `/* ${long} */`,
  'app.js': `import './assets/first-abc.js'`,
  'assets/first-_B0-x9Qz.js': `/* ${long} */`,
  'assets/style-CkQ1x_9z.css': `/* ${long} */`,
  'assets/setting-400-a1b2c3d4.woff2': long,
  'data/catalog.json': `["${long}"]`,
  'data/2026-11-24/issue.json': `["${long}"]`,
  'data/2026-11-24/issue.sig': 'signature',
  'data/2026-11-24/page-01.149149ba.json': `["${long}"]`,
  'data/2026-11-24/picture-a-640.83337cbb.webp': long,
  'icon-maskable-512.png': long,
  'manifest.webmanifest': `{"name":"${long}"}`,
  'robots.txt': long,
  'sitemap.xml': `<urlset>${long}</urlset>`,
  'feed.atom': `<feed>${long}</feed>`,
  'issue.epub': long,
  'issue.banmian': long,
  '.press/secret.txt': 'not of the site',
}
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '')}`

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Asks as it is written: `fetch` would tidy the path and unpack the answer. */
const ask = (origin: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    get({ hostname, port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })

const startOwn = async (site: string, base: string): Promise<WebServer> => {
  const server: Server = createSiteServer(site, base)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
}

/** Writes the site below a web server's folder, as it stands there after `press site`. */
const writeSite = async (root: string, base: string): Promise<string> => {
  const site = join(root, base)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, name)), { recursive: true })
    writeFileSync(join(site, name), content)
  }
  await compressSite(site, new AbortController().signal)
  return site
}

const compressing = { 'accept-encoding': 'gzip, deflate, br' }
/** What every one of our headers says in an answer; absent ones are absent. */
const saidIn = ({ headers }: Answer): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...Object.keys(everyResponse), 'Content-Type', 'Cache-Control', 'Access-Control-Allow-Origin'].map((name) => [
      name,
      headers[name.toLowerCase()],
    ]),
  )
const expectedOf = (path: string, isThere = true): Readonly<Record<string, unknown>> => ({
  ...everyResponse,
  'Content-Type': contentTypeOf(path),
  'Cache-Control': isThere ? cacheControlOf(path) : revalidated,
  'Access-Control-Allow-Origin': isOpenToOthers(path) ? '*' : undefined,
})

const servers = [
  { name: 'press serve', isInstalled: true, start: undefined },
  ...webServers.map(({ name, isInstalled, start }) => ({ name, isInstalled, start })),
]

describe.each(['/', '/paper/'])('a site at %s', (base) => {
  const at = (path: string): string => base + path.slice(1)
  for (const { name, isInstalled, start } of servers) {
    describe.skipIf(!isInstalled)(`served by ${name}${isInstalled ? '' : ' (not installed: npm run setup)'}`, () => {
      let server: WebServer
      const folder = mkdtempSync(join(tmpdir(), 'banmian-served-'))
      beforeAll(async () => {
        const site = await writeSite(join(folder, 'root'), base)
        server = start ? await start({ root: join(folder, 'root'), scratch: folder, base }) : await startOwn(site, base)
      })
      afterAll(async () => {
        await server.stop()
        rmSync(folder, { recursive: true })
      })

      it('says the same headers with every kind of file', async () => {
        for (const file of Object.keys(files).filter((path) => !path.startsWith('.'))) {
          const answer = await ask(server.origin, at(addressOf(file)), compressing)
          expect({ file, status: answer.status, ...saidIn(answer) }).toEqual({
            file,
            status: 200,
            ...expectedOf(addressOf(file)),
          })
        }
      })

      it('sends texts in brotli or gzip, whichever is understood, and says that it depends on that', async () => {
        const path = at('/2026-11-24')
        const [brotli, gzip, plain] = await Promise.all([
          ask(server.origin, path, compressing),
          ask(server.origin, path, { 'accept-encoding': 'gzip' }),
          ask(server.origin, path),
        ])
        expect(brotli.headers['content-encoding']).toBe('br')
        expect(gzip.headers['content-encoding']).toBe('gzip')
        expect(plain.headers['content-encoding']).toBeUndefined()
        expect(plain.body.toString()).toBe(files['2026-11-24/index.html'])
        for (const { headers } of [brotli, gzip, plain]) expect(headers['vary']).toBe('Accept-Encoding')
      })

      it('sends what may be read in ranges as it is, and in ranges', async () => {
        for (const file of ['data/2026-11-24/picture-a-640.83337cbb.webp', 'issue.epub', 'issue.banmian']) {
          const whole = await ask(server.origin, at(`/${file}`), compressing)
          expect(whole.headers['content-encoding'], file).toBeUndefined()
          const part = await ask(server.origin, at(`/${file}`), { ...compressing, range: 'bytes=3-5' })
          expect({ file, status: part.status, text: part.body.toString() }).toEqual({ file, status: 206, text: '面' })
        }
      })

      it('answers that nothing has changed if nothing has', async () => {
        for (const path of ['/', '/sw.js', '/data/catalog.json', '/assets/first-_B0-x9Qz.js']) {
          const { headers } = await ask(server.origin, at(path), compressing)
          const again = await ask(server.origin, at(path), {
            ...compressing,
            'if-none-match': headers['etag'] ?? '',
          })
          expect({ path, status: again.status, bytes: again.body.length }).toEqual({ path, status: 304, bytes: 0 })
          expect(again.headers['cache-control'], path).toBe(cacheControlOf(path))
        }
      })

      it('answers a missing page with the page that says so, and a missing file with two words', async () => {
        for (const path of ['/2026-11-25', '/2026-11-24/1/zzzz', '/html/2019-03/05/node_9.htm', '/content.asp?id=1']) {
          const answer = await ask(server.origin, at(path))
          expect({ path, status: answer.status, body: answer.body.toString() }).toEqual({
            path,
            status: 404,
            body: files['404.html'],
          })
          expect(saidIn(answer), path).toEqual(expectedOf('/404', false))
        }
        for (const path of ['/assets/gone-a1b2c3d4.js', '/data/2026-11-24/page-01.00000000.json', '/gone.png']) {
          const answer = await ask(server.origin, at(path), compressing)
          expect({ path, status: answer.status, isShort: answer.body.length < 20 }).toEqual({
            path,
            status: 404,
            isShort: true,
          })
          expect(saidIn(answer), path).toEqual({ ...expectedOf(path, false), 'Content-Type': contentTypeOf('.txt') })
        }
      })

      it('shows nothing that begins with a dot, and nothing outside of the site', async () => {
        for (const path of [
          '/.press/secret.txt',
          '/.press',
          '/%2epress/secret.txt',
          '/../../etc/hostname',
          '/%2e%2e/%2e%2e/etc/hostname',
        ])
          expect([400, 404], path).toContain((await ask(server.origin, at(path))).status)
      })

      it('never sends a reader to another address for a slash', async () => {
        for (const path of ['/2026-11-24', '/2026-11-24/', '/'])
          expect((await ask(server.origin, at(path))).status, path).toBe(200)
      })
    })
  }
})

describe.each(['nginx.conf', 'Caddyfile'])('deploy/%s', (name) => {
  const text = readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8')
  const lines = text.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))

  it('has every header that a site needs, as the press has it', () => {
    for (const [header, value] of Object.entries(everyResponse))
      expect(
        lines.some((line) =>
          line.startsWith(header)
            ? line === `${header} "${value}"`
            : line === `add_header ${header} "${value}" always;`,
        ),
        header,
      ).toBe(true)
  })

  it('has the rules by which the press tells what never changes, what is open to others, and what is no page', () => {
    for (const rule of neverChanging) expect(text).toContain(rule)
    for (const value of [forAYear, revalidated]) expect(text).toContain(`"${value}"`)
    expect(text).toContain(openToOthers)
    expect(text).toContain(`\\.(${fileEndings.join('|')})$`)
  })
})

describe('what never changes', () => {
  it.each([
    ['/assets/first-_B0-x9Qz.js', true],
    ['/paper/assets/first-_B0-x9Qz.js', true],
    ['/data/2026-11-24/page-01.149149ba.json', true],
    ['/2026-11-24/iiif/page-1.0123456789abcdef/0,0,2048,2048/1024,1024/0/default.webp', true],
    ['/2026-11-24/iiif/manifest.json', false],
    ['/icon-maskable-512.png', false],
    ['/data/catalog-2026.json', false],
    ['/data/2026-11-24/issue.json', false],
    ['/2026-11-24/1', false],
    ['/screenshot-1.webp', false],
  ])('is told by its address: %s', (path, isSo) => expect(cacheControlOf(path)).toBe(isSo ? forAYear : revalidated))

  it('is not mistaken for text where it is read in ranges', () =>
    expect(['epub', 'pdf', 'webp', 'woff2', 'banmian'].filter((ending) => textEndings.includes(ending))).toEqual([]))
})
