import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishTo, shortTimes, testKeys, textsIn, writtenTo } from '../../support/publishing'
import { startS3Server, type S3Server } from '../../support/s3-server'
import { addIssue, copyOfSite, makeSmallSite, putApp } from '../../support/published-site'
import { storeFaults } from '../../support/store-faults'

/** A site of one issue, and the same a day later. */
let monday: string
let tuesday: string
beforeAll(async () => {
  monday = await makeSmallSite()
  tuesday = `${monday}-tuesday`
  cpSync(monday, tuesday, { recursive: true })
  await addIssue(tuesday, '2026-11-24')
})
afterAll(() => [monday, tuesday].forEach((site) => rmSync(site, { recursive: true })))

/** Looks at the store after every write, as a reader does who comes just then. */
const watch = (server: S3Server): readonly string[] => {
  const faults: string[] = []
  server.hooks.afterWrite = () => faults.push(...storeFaults(textsIn(server), { withLinks: false }))
  return faults
}

const remember = (server: S3Server): Map<string, string> => new Map(textsIn(server))

describe('a first publication', () => {
  it('puts every file of the site into the store, pages under their addresses', async () => {
    const server = await startS3Server()
    const { exitCode, lines, findings } = await publishTo(server, tuesday)
    expect(findings).toEqual([])
    expect(exitCode).toBe(0)
    expect(lines[0]).toContain('release 1 is published')
    const texts = textsIn(server)
    expect(texts.get('2026-11-24/1/abc')).toBe(readFileSync(join(tuesday, '2026-11-24/1/abc/index.html'), 'utf8'))
    expect([...texts.keys()]).toEqual(
      expect.arrayContaining(['index.html', '2026-11-24', '2026-11-24/1', 'library', 'data/catalog.json', 'sw.js']),
    )
    expect([...texts.keys()].filter((key) => key.endsWith('/index.html'))).toEqual([])
  })

  it('says with each file what a server would say', async () => {
    const server = await startS3Server()
    await publishTo(server, tuesday)
    const headersOf = (key: string) => server.objects.get(`site/${key}`)?.headers
    expect(headersOf('2026-11-24/1')).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
    expect(headersOf('assets/main-one00000.js')).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(headersOf('manifest.webmanifest')?.['content-type']).toBe('application/manifest+json; charset=utf-8')
  })

  it('at no moment shows a file that names a missing one', async () => {
    const server = await startS3Server()
    const faults = watch(server)
    await publishTo(server, tuesday)
    expect(faults).toEqual([])
    expect(writtenTo(server).at(-1)).toBe('sw.js')
  })

  it('keeps page files under their names where the store is asked for files', async () => {
    const server = await startS3Server()
    expect((await publishTo(server, tuesday, { pages: 'file' })).exitCode).toBe(0)
    expect(textsIn(server).has('2026-11-24/1/index.html')).toBe(true)
    expect(textsIn(server).has('2026-11-24/1')).toBe(false)
  })

  it('leaves local state, half-written files and compressed copies at home', async () => {
    const server = await startS3Server()
    const site = copyOfSite(tuesday)
    for (const name of ['.env', 'data/catalog.json.new', 'app.js.br', 'app.js.gz']) writeFileSync(join(site, name), 'x')
    await publishTo(server, site)
    const keys = [...textsIn(server).keys()]
    expect(keys.filter((key) => /(^|\/)\.|\.new$|\.br$|\.gz$/.test(key))).toEqual([])
    expect(readdirSync(join(site, '.press'))).toEqual(['digests.json'])
  })

  it('uploads large files as streams', async () => {
    const server = await startS3Server()
    const site = copyOfSite(tuesday)
    const bytes = Buffer.alloc(9_000_000, 'banmian')
    writeFileSync(join(site, 'print.pdf'), bytes)
    expect((await publishTo(server, site)).codes).toEqual([])
    expect(server.objects.get('site/print.pdf')?.bytes.equals(bytes)).toBe(true)
  })

  it('makes no more requests at once than it may', async () => {
    const server = await startS3Server()
    // No file of the first three is taken until all three are under way.
    let waiting = 0
    let open: () => void = () => undefined
    const allThree = new Promise<void>((resolve) => (open = resolve))
    server.hooks.beforeWrite = (key) => {
      if (key.startsWith('site/.press/')) return Promise.resolve()
      if (++waiting === 3) open()
      return allThree
    }
    await publishTo(server, tuesday, { parallel: 3 })
    expect(server.busiest()).toBe(3)
  })
})

describe('a further publication', () => {
  it('uploads only what has changed, in an order that readers never notice', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    server.seen.length = 0
    const faults = watch(server)
    const { exitCode, record } = await publishTo(server, tuesday)
    expect(exitCode).toBe(0)
    expect(faults).toEqual([])
    const written = writtenTo(server)
    expect(written.filter((key) => key.includes('2026-11-23'))).toEqual([])
    expect(written).toEqual(expect.arrayContaining(['data/2026-11-24/issue.json', 'index.html', 'data/catalog.json']))
    expect(written).not.toContain('app.js')
    expect(record).toMatchObject({ published: true, release: 1 })
  })

  it('writes nothing that readers see if nothing has changed', async () => {
    const server = await startS3Server()
    await publishTo(server, tuesday)
    const before = remember(server)
    server.seen.length = 0
    const { lines } = await publishTo(server, tuesday)
    expect(lines).toEqual([`s3://paper/site: nothing has changed since release 1 was published`])
    expect(writtenTo(server)).toEqual([])
    expect(remember(server)).toEqual(before)
    expect(server.seen.length).toBeLessThan(15)
  })

  it('replaces a corrected issue without a gap, and keeps its old parts for those who are reading', async () => {
    const server = await startS3Server()
    const site = copyOfSite(tuesday)
    await publishTo(server, site)
    const before = [...textsIn(server).keys()]
    const faults = watch(server)
    await addIssue(site, '2026-11-24', { text: '更正了的话。', revision: 2 })
    await addIssue(site, '2026-11-24', { text: '又更正了的话。', revision: 3 })
    const { codes, exitCode } = await publishTo(server, site)
    expect(exitCode).toBe(0)
    expect(faults).toEqual([])
    expect(codes).toEqual(['left-in-store'])
    expect([...textsIn(server).keys()]).toEqual(expect.arrayContaining(before))
    expect((await publishTo(server, site, { prune: true })).codes).toEqual([])
    const gone = before.filter((key) => !textsIn(server).has(key))
    expect(gone.length).toBeGreaterThan(0)
    expect(gone.every((key) => key.startsWith('data/2026-11-24/'))).toBe(true)
    expect(storeFaults(textsIn(server))).toEqual([])
  })

  it('keeps the assets of the last three releases', async () => {
    const server = await startS3Server()
    const site = copyOfSite(monday)
    const assets = (): string[] => [...textsIn(server).keys()].filter((key) => key.startsWith('assets/')).sort()
    for (const [release, kept] of [
      ['one', ['one']],
      ['two', ['one', 'two']],
      ['three', ['one', 'three', 'two']],
      ['four', ['four', 'three', 'two']],
      ['five', ['five', 'four', 'three']],
    ] as const) {
      rmSync(join(site, 'assets'), { recursive: true })
      putApp(site, release)
      expect((await publishTo(server, site)).exitCode).toBe(0)
      expect(assets()).toEqual(kept.map((name) => `assets/main-${name.padEnd(8, '0')}.js`))
    }
  })

  it('uses an old asset again that a release brings back', async () => {
    const server = await startS3Server()
    const site = copyOfSite(monday)
    await publishTo(server, site)
    rmSync(join(site, 'assets'), { recursive: true })
    putApp(site, 'two')
    await publishTo(server, site)
    server.seen.length = 0
    rmSync(join(site, 'assets'), { recursive: true })
    putApp(site, 'one')
    await publishTo(server, site)
    expect(writtenTo(server)).not.toContain('assets/main-one00000.js')
    expect(storeFaults(textsIn(server))).toEqual([])
  })
})

describe('a dry run', () => {
  it('lists what would be uploaded, with bytes and requests, and writes nothing', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    const before = new Map(server.objects)
    server.seen.length = 0
    const { lines, record, exitCode } = await publishTo(server, tuesday, { dryRun: true })
    expect(exitCode).toBe(0)
    expect(lines).toContainEqual(expect.stringMatching(/^upload data\/2026-11-24\/issue\.json \(issue, \d+ kB\)$/))
    expect(lines.at(-1)).toMatch(/files to upload, \d+ kB; 0 files to remove; \d+ write requests/)
    expect(record).toMatchObject({ published: false })
    expect(server.seen.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([])
    expect(new Map(server.objects)).toEqual(before)
  })

  it('promises as many writes as the publication then makes', async () => {
    const server = await startS3Server()
    const { record } = await publishTo(server, tuesday, { dryRun: true })
    server.seen.length = 0
    await publishTo(server, tuesday)
    expect(server.seen.filter(({ method }) => method === 'PUT')).toHaveLength(Number(Object(record).writes))
  })
})

describe('an interrupted publication', () => {
  /** Interrupts after so many uploads, as Ctrl-C does. */
  const interruptAfter = async (server: S3Server, site: string, count: number): Promise<void> => {
    const interrupt = new AbortController()
    let writes = 0
    server.hooks.afterWrite = () => void (++writes >= count && interrupt.abort())
    await publishTo(server, site, { parallel: 2 }, { signal: interrupt.signal }).catch((error: unknown) => {
      if (!interrupt.signal.aborted) throw error
    })
    server.hooks.afterWrite = () => undefined
  }

  it('leaves the published site as it was, and the lock open', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    const before = remember(server)
    await interruptAfter(server, tuesday, 6)
    const now = textsIn(server)
    for (const [key, text] of before) expect(now.get(key), key).toBe(text)
    expect(now.size).toBeGreaterThan(before.size)
    expect(server.objects.has('site/.press/lock.json')).toBe(false)
  })

  it('goes on without uploading again what is there', async () => {
    const server = await startS3Server()
    await interruptAfter(server, tuesday, 12)
    const there = [...textsIn(server).keys()]
    expect(there.length).toBeGreaterThan(5)
    server.seen.length = 0
    expect((await publishTo(server, tuesday)).exitCode).toBe(0)
    expect(writtenTo(server).filter((key) => there.includes(key))).toEqual([])
    expect(storeFaults(textsIn(server))).toEqual([])
  })

  it('is made good wherever it stopped, also by a site that has meanwhile gone back', async () => {
    const whole = await startS3Server()
    await publishTo(whole, monday)
    const corrected = copyOfSite(monday)
    await addIssue(corrected, '2026-11-23', { text: '更正了的话。', revision: 2 })
    putApp(corrected, 'two')
    for (let count = 3; count < 30; count += 3) {
      const server = await startS3Server()
      await publishTo(server, monday)
      await interruptAfter(server, corrected, count)
      await interruptAfter(server, monday, 3)
      expect((await publishTo(server, monday)).exitCode, `${count}`).toBe(0)
      const texts = textsIn(server)
      for (const [key, text] of textsIn(whole)) expect(texts.get(key), `${key} after ${count}`).toBe(text)
    }
  })

  it('is made good too where it replaced a file that was no longer in the site', async () => {
    const server = await startS3Server()
    const site = copyOfSite(monday)
    const note = join(site, 'note.pdf')
    const publishNote = async (text: string | undefined, signal?: AbortSignal): Promise<void> => {
      rmSync(note, { force: true })
      if (text !== undefined) writeFileSync(note, text)
      await publishTo(server, site, {}, signal ? { signal } : {})
    }
    const noteThere = (): string | undefined => textsIn(server).get('note.pdf')
    await publishNote('one')
    await publishNote(undefined)
    const interrupt = new AbortController()
    server.hooks.afterWrite = () => void (noteThere() === 'two' && interrupt.abort())
    await expect(publishNote('two', interrupt.signal)).rejects.toThrow()
    expect(noteThere()).toBe('two')
    server.hooks.afterWrite = () => undefined
    await publishNote('one')
    expect(noteThere()).toBe('one')
  })

  it('does not stop between the files that lead readers to the new ones', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    const interrupt = new AbortController()
    server.hooks.afterWrite = () => {
      if (textsIn(server).get('data/catalog.json')?.includes('2026-11-24')) interrupt.abort()
    }
    const { exitCode } = await publishTo(server, tuesday, {}, { signal: interrupt.signal })
    expect(exitCode).toBe(0)
    expect(textsIn(server).get('index.html')).toContain('2026-11-24')
  })
})

describe('a store that misbehaves', () => {
  it('is asked again if it is busy or hangs up', async () => {
    const server = await startS3Server()
    let no = 0
    server.settings.interfere = () =>
      ++no % 3 === 0 ? 'hang up' : no % 5 === 0 ? { status: 503, code: 'SlowDown' } : undefined
    expect(
      await publishTo(
        server,
        tuesday,
        {},
        { times: { ...shortTimes, patience: { tries: 8, firstDelayMs: 1, silenceMs: 2000 } } },
      ),
    ).toMatchObject({ exitCode: 0, codes: [] })
    expect(storeFaults(textsIn(server))).toEqual([])
  })

  it.each([
    [403, 'InvalidAccessKeyId', 'store-keys-refused'],
    [403, 'SignatureDoesNotMatch', 'store-keys-refused'],
    [403, 'RequestTimeTooSkewed', 'store-wrong-clock'],
    [404, 'NoSuchBucket', 'no-bucket'],
    [301, 'PermanentRedirect', 'store-wrong-region'],
    [403, 'QuotaExceeded', 'store-full'],
    [503, 'SlowDown', 'store-busy'],
    [400, 'XMinioParentIsObject', 'store-file-or-folder'],
    [405, 'MethodNotAllowed', 'store-refused'],
  ])('that answers %i %s is reported as %s', async (status, code, expected) => {
    const server = await startS3Server({ interfere: () => ({ status, code }) })
    const { codes, exitCode, lines } = await publishTo(server, tuesday)
    expect(codes).toEqual([expected])
    expect(exitCode).toBe(1)
    expect(lines).toEqual(['The published site is as it was.'])
  })

  it('that fills up leaves the published site as it was', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    const before = remember(server)
    server.settings.interfere = (method, key) =>
      method === 'PUT' && key.startsWith('site/2026-11-24') ? { status: 507, code: 'InsufficientStorage' } : undefined
    const { codes } = await publishTo(server, tuesday)
    expect(codes).toEqual(['store-full'])
    for (const [key, text] of before) expect(textsIn(server).get(key)).toBe(text)
  })

  it('that is not there is reported with words', async () => {
    const { codes, findings } = await publishTo({ endpoint: 'http://127.0.0.1:59998', bucket: 'paper' }, tuesday)
    expect(codes).toEqual(['store-unreachable'])
    expect(findings[0]?.why).toContain('ECONNREFUSED')
  })

  it('never makes a key appear in what is told', async () => {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = testKeys
    const server = await startS3Server({ interfere: () => ({ status: 403, code: `Bad-${id}-${secret}` }) })
    const outcome = await publishTo(server, tuesday)
    expect(outcome.findings).toHaveLength(1)
    expect(JSON.stringify(outcome)).not.toMatch(/test-(access|secret)/)
  })
})

describe('what is refused before anything is written', () => {
  const refusal = async (
    server: S3Server,
    ...args: Parameters<typeof publishTo> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const before = new Map(server.objects)
    const { codes, exitCode } = await publishTo(server, ...args)
    expect(exitCode).toBe(1)
    expect(new Map(server.objects)).toEqual(before)
    return codes
  }

  it('is a catalogue with fewer issues than are published, unless they are pruned', async () => {
    const server = await startS3Server()
    await publishTo(server, tuesday)
    expect(await refusal(server, monday)).toEqual(['fewer-issues'])
    const faults = watch(server)
    expect((await publishTo(server, monday, { prune: true })).exitCode).toBe(0)
    expect(faults).toEqual([])
    expect([...textsIn(server).keys()].filter((key) => key.includes('2026-11-24'))).toEqual([])
  })

  it('is not a machine that has only some of the issues: the others stay', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    const site = copyOfSite(tuesday)
    for (const folder of ['data/2026-11-23', '2026-11-23']) rmSync(join(site, folder), { recursive: true })
    expect(await publishTo(server, site)).toMatchObject({ exitCode: 0, codes: [] })
    expect(textsIn(server).has('data/2026-11-23/issue.json')).toBe(true)
    expect(textsIn(server).has('data/2026-11-24/issue.json')).toBe(true)
    expect(storeFaults(textsIn(server))).toEqual([])
    expect((await publishTo(server, tuesday)).lines[0]).toContain('nothing has changed')
  })

  it('is an issue that a catalogue names and nobody has', async () => {
    const site = copyOfSite(tuesday)
    rmSync(join(site, 'data/2026-11-24/issue.json'))
    expect(await refusal(await startS3Server(), site)).toEqual(['broken-promise'])
  })

  it('is an issue with a part that is missing', async () => {
    const site = copyOfSite(tuesday)
    const part = readdirSync(join(site, 'data/2026-11-24')).find((name) => name.startsWith('page-01')) ?? ''
    rmSync(join(site, 'data/2026-11-24', part))
    expect(await refusal(await startS3Server(), site)).toEqual(['broken-promise'])
  })

  it('is a bundle that no reader could open', async () => {
    const site = copyOfSite(tuesday)
    writeFileSync(join(site, 'data/2026-11-24/issue.json'), '{}')
    expect(await refusal(await startS3Server(), site)).toEqual(['bad-bundle'])
  })

  it('is a place where something else is', async () => {
    const server = await startS3Server()
    const headers = { 'content-type': 'text/plain' }
    server.objects.set('site/holiday.jpg', { bytes: Buffer.from('x'), etag: '"1"', headers, changedAt: new Date() })
    expect(await refusal(server, tuesday)).toEqual(['strange-store'])
    expect((await publishTo(server, tuesday, { verify: true })).codes).toEqual(['strangers-in-store'])
    expect(server.objects.has('site/holiday.jpg')).toBe(true)
  })

  it('is the place of another paper', async () => {
    const server = await startS3Server()
    await publishTo(server, tuesday)
    const site = copyOfSite(tuesday)
    const paper = join(site, 'paper.json')
    writeFileSync(paper, readFileSync(paper, 'utf8').replace('plain.example', 'other.example'))
    expect(await refusal(server, site)).toEqual(['other-paper'])
  })

  it('is a site that was not composed', async () => {
    const site = copyOfSite(tuesday)
    rmSync(join(site, 'sw.js'))
    expect(await refusal(await startS3Server(), site)).toEqual(['not-composed'])
  })

  it('is a record that can’t be read', async () => {
    const server = await startS3Server()
    await publishTo(server, monday)
    const record = server.objects.get('site/.press/published.json')
    if (record) server.objects.set('site/.press/published.json', { ...record, bytes: Buffer.from('{"format":2}') })
    expect(await refusal(server, tuesday)).toEqual(['unreadable-record'])
  })

  it('are a name, an endpoint and keys that are none', async () => {
    const server = await startS3Server()
    expect(await refusal(server, tuesday, { to: 'https://paper' })).toEqual(['bad-store-name'])
    expect(await refusal({ ...server, endpoint: 'store.example' }, tuesday)).toEqual(['bad-endpoint'])
    expect(await refusal(server, tuesday, {}, { variables: {} })).toEqual(['no-store-keys'])
  })
})

describe('a full check', () => {
  it('finds what is gone from the store, and uploads it again', async () => {
    const server = await startS3Server()
    await publishTo(server, tuesday)
    server.objects.delete('site/data/2026-11-23/issue.json')
    expect((await publishTo(server, tuesday)).codes).toEqual([])
    const { codes } = await publishTo(server, tuesday, { verify: true })
    expect(codes).toEqual(['missing-in-store'])
    expect(storeFaults(textsIn(server))).toEqual([])
    expect((await publishTo(server, tuesday, { verify: true })).codes).toEqual([])
  })

  it('takes over a copy of the site whose record is lost, without uploading it again', async () => {
    const server = await startS3Server()
    await publishTo(server, tuesday)
    for (const key of [...server.objects.keys()]) if (key.startsWith('site/.press/')) server.objects.delete(key)
    server.seen.length = 0
    expect(await publishTo(server, tuesday, { verify: true })).toMatchObject({ exitCode: 0, codes: [] })
    expect(writtenTo(server)).toEqual([])
    server.seen.length = 0
    expect((await publishTo(server, tuesday)).lines[0]).toContain('nothing has changed')
  })
})
