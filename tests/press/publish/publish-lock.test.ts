import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishTo, textsIn, writtenTo } from '../../support/publishing'
import { startS3Server, type S3Server } from '../../support/s3-server'
import { makeSmallSite } from '../../support/published-site'
import { storeFaults } from '../../support/store-faults'

let site: string
beforeAll(async () => {
  site = await makeSmallSite()
})
afterAll(() => rmSync(site, { recursive: true }))

const lockKey = 'site/.press/lock.json'
const minutes = 60_000

/** The lock of a publisher elsewhere, renewed so long ago. */
const putLock = ({ objects }: S3Server, ageMs: number): void => {
  const bytes = Buffer.from(JSON.stringify({ owner: 'x', who: 'wang@desk-3', since: '2026-11-24T05:00:00.000Z' }))
  objects.set(lockKey, { bytes, etag: '"x"', headers: {}, changedAt: new Date(Date.now() - ageMs) })
}

describe('two publishers at once', () => {
  it.each([
    ['that keeps conditions', {}],
    ['that compares bare marks, as radosgw does', { isEtagBare: true }],
    ['that passes over conditions', { conditions: 'ignore' }],
    ['that refuses conditions', { conditions: 'refuse' }],
  ] as const)('end with one of eight done and seven refused, at a store %s', async (_, manners) => {
    const server = await startS3Server(manners)
    // All eight see that there is no lock before any of them writes one.
    let looking = 0
    let open: () => void = () => undefined
    const allLooked = new Promise<void>((resolve) => (open = resolve))
    server.hooks.beforeWrite = () => (++looking === 8 ? open() : undefined, allLooked)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publishTo(server, site)))
    expect(outcomes.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1, 1, 1, 1, 1, 1, 1])
    for (const { exitCode, codes } of outcomes) expect(codes).toEqual(exitCode === 0 ? [] : ['being-published'])
    expect(storeFaults(textsIn(server))).toEqual([])
    expect(new Set(writtenTo(server)).size).toBe(writtenTo(server).length)
    expect(server.objects.has(lockKey)).toBe(false)
  })

  it('are told who publishes, and since when', async () => {
    const server = await startS3Server()
    putLock(server, 5 * minutes)
    const { findings, exitCode } = await publishTo(server, site)
    expect(exitCode).toBe(1)
    expect(findings[0]?.why).toBe('wang@desk-3 is publishing here since 2026-11-24T05:00:00.000Z')
    expect(writtenTo(server)).toEqual([])
    expect(server.objects.get(lockKey)?.bytes.toString()).toContain('wang')
  })

  it('do not hinder a dry run', async () => {
    const server = await startS3Server()
    putLock(server, 5 * minutes)
    expect((await publishTo(server, site, { dryRun: true })).exitCode).toBe(0)
  })
})

describe('a publisher that died', () => {
  it.each([
    ['keeps', 'keep'],
    ['passes over', 'ignore'],
    ['refuses', 'refuse'],
  ] as const)('is passed over after 20 minutes, at a store that %s conditions', async (_, conditions) => {
    const server = await startS3Server({ conditions })
    putLock(server, 21 * minutes)
    const { codes, exitCode, findings } = await publishTo(server, site)
    expect(exitCode).toBe(0)
    expect(codes).toEqual(['lock-taken-over'])
    expect(findings[0]?.why).toContain('wang@desk-3')
  })

  it('is passed over by one of eight', async () => {
    const server = await startS3Server()
    putLock(server, 21 * minutes)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publishTo(server, site)))
    expect(outcomes.filter(({ exitCode }) => exitCode === 0)).toHaveLength(1)
  })

  it('is passed over at once if the lock is broken', async () => {
    const server = await startS3Server()
    putLock(server, 1 * minutes)
    expect(await publishTo(server, site, { breakLock: true })).toMatchObject({
      exitCode: 0,
      codes: ['lock-taken-over'],
    })
  })
})

describe('a publisher whose lock was broken', () => {
  it.each([['keep'], ['ignore']] as const)(
    'stops before readers see anything, and leaves the lock to whom it belongs (%s)',
    async (conditions) => {
      const server = await startS3Server({ conditions })
      server.hooks.afterWrite = () => void (textsIn(server).size === 4 && putLock(server, 0))
      const { codes, exitCode, lines } = await publishTo(server, site)
      expect(codes).toEqual(['lock-lost'])
      expect(exitCode).toBe(1)
      expect(lines).toEqual(['The published site is as it was.'])
      expect(textsIn(server).has('index.html')).toBe(false)
      expect(server.objects.get(lockKey)?.bytes.toString()).toContain('wang')
    },
  )

  it('does not replace the index that another one has written', async () => {
    const server = await startS3Server()
    await publishTo(server, site)
    const index = server.objects.get('site/.press/published.json')
    server.objects.clear()
    server.hooks.afterWrite = () => {
      if (textsIn(server).has('sw.js') && index) server.objects.set('site/.press/published.json', { ...index })
    }
    // The same site at another moment: an index with another time in it.
    expect((await publishTo(server, site)).codes).toEqual(['published-meanwhile'])
    expect(server.objects.get('site/.press/published.json')?.bytes).toBe(index?.bytes)
  })
})
