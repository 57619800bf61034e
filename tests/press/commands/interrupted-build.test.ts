import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeCatalog } from '@/bundle/codec'
import { buildPress, pressCli } from '../../support/build-site'
import { howMany } from '../../support/how-many'
import { articleFile } from '../../support/manuscript'
import { tempFolder } from '../../support/temp-folder'
import { writeManuscript } from '../../support/write-manuscript'

beforeAll(buildPress)

const press = (...args: string[]) => spawnSync('node', [pressCli, ...args], { encoding: 'utf8' })
const isSound = (site: string, id: string): boolean => press('check', join(site, 'data', id)).status === 0
const revisionIn = (site: string, id: string): number => {
  const issue: { revision: number } = JSON.parse(readFileSync(join(site, 'data', id, 'issue.json'), 'utf8'))
  return issue.revision
}
const listedIn = (site: string) => decodeCatalog(new Uint8Array(readFileSync(join(site, 'data/catalog.json')))).issues

/** A manuscript of several pages and pictures, so that many files are written. */
const manuscriptOf = async (folder: string, date: string, words: string): Promise<void> => {
  const pages = Array.from({ length: 4 }, (_, index) => `page-0${index + 1}`)
  const pictures = await Promise.all(
    pages.map((_, index) =>
      sharp({
        create: { width: 900, height: 600, channels: 3, background: { r: words.length * 20, g: index * 40, b: 90 } },
      })
        .png()
        .toBuffer(),
    ),
  )
  writeManuscript(folder, {
    'issue.yaml': `date: ${date}\n`,
    ...Object.fromEntries(
      pages.flatMap((page, index) => [
        [`${page}/01.md`, articleFile(`headline: ${words}${index}`, `${words}一段话。\n\n![](a.png)`)],
        [`${page}/a.png`, pictures[index] ?? ''],
      ]),
    ),
  })
}

/** Builds, and sends a signal when so many changes were seen in the site. */
const interrupted = (
  folder: string,
  site: string,
  signal: 'SIGINT' | 'SIGKILL',
  changes: number,
): Promise<number | null> =>
  new Promise((resolve) => {
    let seen = 0
    const child = spawn('node', [pressCli, 'build', folder, '--out', site], { stdio: 'ignore' })
    const watcher = watch(site, { recursive: true }, () => {
      if (++seen >= changes) child.kill(signal)
    })
    if (changes === 0) child.kill(signal)
    child.on('exit', (code) => {
      watcher.close()
      resolve(code)
    })
  })

describe('a build that is stopped', () => {
  const points = howMany(3, 10)
  it.each([['SIGINT'], ['SIGKILL']] as const)(
    `by %s at ${points} points leaves the site as it was or wholly new, and the next one ends it`,
    async (signal) => {
      const [id, other] = ['2026-11-24', '2026-11-23']
      for (let point = 0; point < points; point++) {
        const [folder, earlier, site] = [join(tempFolder(), 'm'), join(tempFolder(), 'e'), join(tempFolder(), 'site')]
        await manuscriptOf(folder, id, '旧')
        await manuscriptOf(earlier, other, '前')
        for (const one of [earlier, folder]) expect(press('build', one, '--out', site).status).toBe(0)
        await manuscriptOf(folder, id, '改过的')
        await interrupted(folder, site, signal, Math.round((point * 40) / points))
        expect([isSound(site, id), isSound(site, other)], `point ${point}`).toEqual([true, true])
        expect([1, 2]).toContain(revisionIn(site, id))
        expect(listedIn(site).map((entry) => entry.id)).toEqual([id, other])
        const again = press('build', folder, '--out', site)
        expect(again.status, again.stderr).toBe(0)
        expect(revisionIn(site, id)).toBe(2)
        expect(isSound(site, id)).toBe(true)
        expect(listedIn(site)[0]).toMatchObject({ id, revision: 2 })
        const left = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /\.new$|\.lock/.test(name),
        )
        expect(left).toEqual([])
      }
    },
    howMany(360_000, 600_000),
  )
})

describe('builds into one site at once', () => {
  const buildOf = (folder: string, site: string): Promise<number | null> =>
    new Promise((resolve) =>
      spawn('node', [pressCli, 'build', folder, '--out', site], { stdio: 'ignore' }).on('exit', resolve),
    )

  it('wait for one another: every issue is listed and sound', async () => {
    const site = join(tempFolder(), 'site')
    const dates = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']
    const folders = await Promise.all(
      dates.map(async (date) => {
        const folder = join(tempFolder(), 'm')
        await manuscriptOf(folder, date, '同时')
        return folder
      }),
    )
    expect(await Promise.all(folders.map((folder) => buildOf(folder, site)))).toEqual([0, 0, 0, 0])
    expect(listedIn(site).map(({ id }) => id)).toEqual([...dates].reverse())
    for (const date of dates) expect(isSound(site, date)).toBe(true)
  })

  it('of the same manuscript give one revision', async () => {
    const [folder, site] = [join(tempFolder(), 'm'), join(tempFolder(), 'site')]
    await manuscriptOf(folder, '2026-11-24', '两次')
    expect(await Promise.all([buildOf(folder, site), buildOf(folder, site)])).toEqual([0, 0])
    expect([revisionIn(site, '2026-11-24'), isSound(site, '2026-11-24')]).toEqual([1, true])
  })

  it('pass over the lock of one that was killed', async () => {
    const [folder, site] = [join(tempFolder(), 'm'), join(tempFolder(), 'site')]
    await manuscriptOf(folder, '2026-11-24', '锁')
    const { pid } = spawnSync('true')
    const { hostname } = await import('node:os')
    mkdirSync(join(site, '.press'), { recursive: true })
    writeFileSync(join(site, '.press/writing.lock'), `${pid} ${hostname()}\n`)
    expect(await buildOf(folder, site)).toBe(0)
    expect(existsSync(join(site, '.press/writing.lock'))).toBe(false)
  })
})

describe('a disk that takes no more', () => {
  it('is a finding, in whatever file it happens, and the site stays as it was', async () => {
    const [folder, site] = [join(tempFolder(), 'm'), join(tempFolder(), 'site')]
    await manuscriptOf(folder, '2026-11-24', '旧')
    expect(press('build', folder, '--out', site).status).toBe(0)
    await manuscriptOf(folder, '2026-11-24', '满的')
    // No file may be larger than so many blocks of 512 bytes; the signal that goes with it is ignored.
    for (const blocks of [0, 1, 2, 4, 8]) {
      const script = `trap '' XFSZ; ulimit -f ${blocks}; exec node "${pressCli}" build "${folder}" --out "${site}"`
      const { status, stderr } = spawnSync('bash', ['-c', `(${script}) 2>&1 | cat >&2; exit \${PIPESTATUS[0]}`], {
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: join(tempFolder(), 'cache') },
      })
      expect(stderr, `${blocks}`).not.toMatch(/\n\s+at .*:\d+:\d+/)
      if (status === 0) break
      expect([status, isSound(site, '2026-11-24'), revisionIn(site, '2026-11-24')], stderr).toEqual([1, true, 1])
      expect(stderr).toContain('file-refused')
    }
  })
})
