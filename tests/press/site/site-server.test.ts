import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createSiteServer } from '@/press/site/site-server'
import { buildPress, pressCli } from '../../support/build-site'
import { tempFolder } from '../../support/temp-folder'

const secret = 'what stands outside of the site'

const siteWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const site = join(tempFolder(), 'site')
  for (const [name, content] of Object.entries({ 'index.html': '<!doctype html>', '404.html': 'nothing', ...files })) {
    mkdirSync(join(site, name, '..'), { recursive: true })
    writeFileSync(join(site, name), content)
  }
  return site
}

const serving = async (site: string): Promise<string> => {
  const server = createSiteServer(site)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const ask = (url: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip' }, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })

describe('press serve', () => {
  it.each([
    ['a file', 'data/a.json', '/data/a.json'],
    ['a page', 'about/index.html', '/about'],
    ['a page without its ending', 'about.html', '/about'],
    ['the compressed form of a file', 'real.json.br', '/real.json'],
    ['another compressed form', 'real.json.gz', '/real.json'],
    ['the compressed form of a page', 'index.html.br', '/'],
  ])('gives out nothing that a link leads out of the site for: %s', async (_, link, path) => {
    const outside = join(tempFolder(), 'outside.txt')
    writeFileSync(outside, secret)
    const site = siteWith({ 'real.json': '{}' })
    mkdirSync(join(site, link, '..'), { recursive: true })
    symlinkSync(outside, join(site, link))
    const { body } = await ask((await serving(site)) + path)
    expect(body).not.toContain(secret)
  })

  it('follows no linked folder out of the site, and every link inside it', async () => {
    const outside = tempFolder()
    writeFileSync(join(outside, 'a.txt'), secret)
    const site = siteWith({ 'data/a.json': '{"a":1}' })
    symlinkSync(outside, join(site, 'out'))
    symlinkSync(join(site, 'data'), join(site, 'in'))
    const origin = await serving(site)
    expect((await ask(`${origin}/out/a.txt`)).status).toBe(404)
    expect(await ask(`${origin}/in/a.json`)).toEqual({ status: 200, body: '{"a":1}' })
  })

  it('keeps nothing of what it has given out', async () => {
    const origin = await serving(siteWith({ 'a.webp': new Uint8Array(5_000_000) }))
    for (let warm = 0; warm < 5; warm++) await ask(`${origin}/a.webp?${warm}`)
    const before = process.memoryUsage()
    for (let no = 0; no < 60; no++) expect((await ask(`${origin}/a.webp?n${no}`)).status).toBe(200)
    const after = process.memoryUsage()
    expect(after.external - before.external).toBeLessThan(60_000_000)
  })

  describe('on the command line', () => {
    beforeAll(buildPress)

    /** The address that the command prints. */
    const started = async (...args: string[]): Promise<string> => {
      const child = spawn('node', [pressCli, 'serve', siteWith({}), '--port', '18080', ...args])
      onTestFinished(() => void child.kill())
      return new Promise((resolve) =>
        child.stdout.on('data', (chunk: Buffer) => resolve(/http:\S+/.exec(chunk.toString())?.[0] ?? '')),
      )
    }
    const isHeardAt = (address: string): Promise<boolean> =>
      ask(address).then(
        ({ status }) => status === 200,
        () => false,
      )

    // All of 127.0.0.0/8 is this machine, but only 127.0.0.1 is listened on.
    it.skipIf(process.platform !== 'linux')('listens on the loopback, unless it is told otherwise', async () => {
      const { port } = new URL(await started())
      expect(await isHeardAt(`http://127.0.0.1:${port}/`)).toBe(true)
      expect(await isHeardAt(`http://127.0.0.2:${port}/`)).toBe(false)
      const open = new URL(await started('--host', '0.0.0.0'))
      expect(await isHeardAt(`http://127.0.0.2:${open.port}/`)).toBe(true)
    })
  })
})
