import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openS3Store } from '@/press/publish/s3-store'
import type { Store } from '@/press/publish/store'
import { buildApp, buildPress, buildSite, pressCli, specimenFolder } from '../../support/build-site'
import { publishTo, shortTimes } from '../../support/publishing'
import { hasRadosgw, radosgwKeys, startRadosgw } from '../../support/radosgw'
import { startRecordingProxy, type PassedRequest } from '../../support/recording-proxy'
import { addIssue, copyOfSite } from '../../support/published-site'
import { storeFaults } from '../../support/store-faults'

const never = new AbortController().signal
const patient = { ...shortTimes, patience: { tries: 5, firstDelayMs: 50, silenceMs: 20_000 } }

/** Keys and texts of a site as they are published. */
const publishedTexts = (site: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(site, join(parentPath, name)))
      .filter((path) => !/(^|\/)\./.test(path))
      .map((path) => [path.replace(/\/index\.html$/, ''), readFileSync(join(site, path), 'utf8')]),
  )

describe.skipIf(!hasRadosgw)('a publication to radosgw (which `npm run setup` installs)', () => {
  let radosgw: Awaited<ReturnType<typeof startRadosgw>> | undefined
  /** The specimen's site. */
  let site: string
  let place = 0

  beforeAll(async () => {
    buildPress()
    buildApp()
    site = mkdtempSync(join(tmpdir(), 'banmian-specimen-'))
    buildSite({ manuscript: specimenFolder, site })
    radosgw = await startRadosgw()
  }, 180_000)
  afterAll(async () => {
    await radosgw?.stop()
    rmSync(site, { recursive: true })
  })

  const storeAt = (endpoint: string, prefix: string, bucket = 'paper'): Store =>
    openS3Store(
      { bucket, prefix: `${prefix}/`, endpoint, region: 'us-east-1', isPathStyle: true },
      { accessKeyId: radosgwKeys.AWS_ACCESS_KEY_ID, secretAccessKey: radosgwKeys.AWS_SECRET_ACCESS_KEY },
    )

  /** A place of its own in the store, behind a proxy that records. */
  const openPlace = async () => {
    const prefix = `place-${++place}`
    const passed: PassedRequest[] = []
    const hooks: { onPassed: (passed: PassedRequest) => void } = { onPassed: () => undefined }
    const proxy = await startRecordingProxy(radosgw?.endpoint ?? '', `/paper/${prefix}/`, (one) => {
      passed.push(one)
      hooks.onPassed(one)
    })
    onTestFinished(proxy.stop)
    const store = storeAt(radosgw?.endpoint ?? '', prefix)
    const keys = async (): Promise<string[]> => {
      const found: string[] = []
      for await (const { key } of store.list(never)) found.push(key)
      return found.sort()
    }
    const written = (): string[] =>
      passed
        .filter(({ method, status, key }) => method === 'PUT' && status === 200 && !key.startsWith('.press/'))
        .map(({ key }) => key)
    return {
      passed,
      hooks,
      store,
      keys,
      written,
      publish: (folder: string, options: Parameters<typeof publishTo>[2] = {}) =>
        publishTo(
          { endpoint: proxy.endpoint, bucket: 'paper' },
          folder,
          { to: `s3://paper/${prefix}`, ...options },
          {
            times: patient,
            variables: radosgwKeys,
          },
        ),
      /** The command in a process of its own. */
      spawnPublish: (folder: string) =>
        spawn(
          'node',
          [pressCli, 'publish', folder, '--to', `s3://paper/${prefix}`, '--endpoint', proxy.endpoint, '--path-style'],
          { env: { ...process.env, ...radosgwKeys }, stdio: ['ignore', 'pipe', 'pipe'] },
        ),
    }
  }

  const exitOf = (child: ReturnType<typeof spawn>): Promise<number | null> =>
    new Promise((resolve) => child.once('close', (code) => resolve(code)))

  it('puts a real site there, whole, with nothing that names a missing file at any moment', async () => {
    const { publish, written, store, keys } = await openPlace()
    expect(await publish(site)).toMatchObject({ exitCode: 0, codes: [] })
    const texts = publishedTexts(site)
    expect((await keys()).filter((key) => !key.startsWith('.press/'))).toEqual([...texts.keys()].sort())
    const page = await store.get('2026-11-24/1', never)
    expect(Buffer.from(page?.bytes ?? []).toString()).toBe(texts.get('2026-11-24/1'))
    // Writes in the order in which the store had done them: what a reader could find after each.
    const there = new Map<string, string>()
    for (const key of written()) {
      there.set(key, texts.get(key) ?? '')
      expect(storeFaults(there, { withLinks: false })).toEqual([])
    }
  })

  it('keeps conditions, so that of eight publishers one is done and seven are refused', async () => {
    const { publish, written } = await openPlace()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publish(site)))
    expect(outcomes.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1, 1, 1, 1, 1, 1, 1])
    for (const { exitCode, codes } of outcomes) expect(codes).toEqual(exitCode === 0 ? [] : ['being-published'])
    expect(new Set(written()).size).toBe(written().length)
  })

  it('replaces its index only if it is still the one that was read', async () => {
    const { store } = await openPlace()
    const [one, two] = ['one', 'two'].map((text) => new TextEncoder().encode(text))
    if (!one || !two) throw new Error('no bytes')
    const first = await store.putIf('x', one, { ifAbsent: true }, never)
    expect(first.result).toBe('written')
    expect(await store.putIf('x', two, { ifAbsent: true }, never)).toEqual({ result: 'refused' })
    const ifEtag = first.result === 'written' ? first.etag : ''
    const writers = await Promise.all(
      Array.from({ length: 8 }, (_, no) =>
        store.putIf('x', new TextEncoder().encode(`writer ${no}`), { ifEtag }, never),
      ),
    )
    expect(writers.filter(({ result }) => result === 'written')).toHaveLength(1)
  })

  it('uploads only an issue that is new, and what names it', async () => {
    const { publish, written, passed } = await openPlace()
    const copy = copyOfSite(site)
    await publish(copy)
    passed.length = 0
    const { id: paper } = JSON.parse(readFileSync(join(copy, 'paper.json'), 'utf8'))
    await addIssue(copy, '2026-11-25', { paper })
    expect((await publish(copy, { verify: true })).codes).toEqual([])
    expect(written().filter((key) => key.includes('2026-11-24'))).toEqual([])
    expect(written()).toContain('data/2026-11-25/issue.json')
    passed.length = 0
    expect((await publish(copy)).lines[0]).toContain('nothing has changed')
    expect(written()).toEqual([])
  })

  it('writes nothing in a dry run', async () => {
    const { publish, keys, passed } = await openPlace()
    expect((await publish(site, { dryRun: true })).exitCode).toBe(0)
    expect(await keys()).toEqual([])
    expect(passed.filter(({ method }) => !/^(GET|HEAD)$/.test(method))).toEqual([])
  })

  it('goes on after it was killed, without uploading again what is there', async () => {
    const { spawnPublish, hooks, publish, written, keys, passed } = await openPlace()
    const child = spawnPublish(site)
    hooks.onPassed = () => void (written().length === 25 && child.kill('SIGKILL'))
    await exitOf(child)
    hooks.onPassed = () => undefined
    const there = (await keys()).filter((key) => !key.startsWith('.press/'))
    expect(there.length).toBeGreaterThanOrEqual(25)
    expect(there).not.toContain('index.html')
    passed.length = 0
    expect((await publish(site)).codes).toEqual(['being-published'])
    expect((await publish(site, { breakLock: true })).codes).toEqual(['lock-taken-over'])
    expect(written().filter((key) => there.includes(key))).toEqual([])
    expect((await keys()).filter((key) => !key.startsWith('.press/'))).toEqual([...publishedTexts(site).keys()].sort())
  })

  it('ends with code 130 when it is interrupted, and leaves neither the lock nor anything that readers see', async () => {
    const { spawnPublish, hooks, written, keys } = await openPlace()
    const child = spawnPublish(site)
    // Once: a second Ctrl-C ends it at once.
    hooks.onPassed = () => {
      if (written().length < 25) return
      hooks.onPassed = () => undefined
      child.kill('SIGINT')
    }
    expect(await exitOf(child)).toBe(130)
    const there = await keys()
    expect(there).not.toContain('.press/lock.json')
    expect(there).not.toContain('index.html')
    expect(there).not.toContain('data/catalog.json')
    hooks.onPassed = () => undefined
    const again = spawnPublish(site)
    let said = ''
    again.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    expect(await exitOf(again)).toBe(0)
    expect(said).toContain('release 1 is published')
  })

  it('says what is wrong: a bucket that is not there, keys that are none', async () => {
    const place = { endpoint: radosgw?.endpoint ?? '', bucket: 'paper' }
    const tools = { times: patient, variables: radosgwKeys }
    expect((await publishTo(place, site, { to: 's3://no-such-bucket' }, tools)).codes).toEqual(['no-bucket'])
    const wrongId = { ...radosgwKeys, AWS_ACCESS_KEY_ID: 'nobody' }
    expect((await publishTo(place, site, {}, { ...tools, variables: wrongId })).codes).toEqual(['store-keys-refused'])
    const wrongSecret = { ...radosgwKeys, AWS_SECRET_ACCESS_KEY: 'wrong' }
    const { codes, findings } = await publishTo(place, site, {}, { ...tools, variables: wrongSecret })
    expect(codes).toEqual(['store-keys-refused'])
    expect(JSON.stringify(findings)).not.toContain('newsroom')
  })
})
