import { mkdirSync, writeFileSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decodeCatalog, encode } from '@/bundle/codec'
import { digestOf } from '@/bundle/integrity'
import { runSite } from '../support/browser'
import { testSite } from '../support/build-site'
import { startKillable } from '../support/killable-browser'
import { smallIssue } from '../support/small-issue'
import { tempFolder } from '../support/temp-folder'

const day = '2026-01-05'

/** Puts a revision on the site: each has a text of its own on both pages, so that a correction fetches and replaces parts. */
const publish = async (folder: string, revision: number): Promise<void> => {
  const mark = String.fromCodePoint(0x4e00 + revision)
  const { issue, files } = await smallIssue(([first]) => {
    const brief = first.pieces.find(({ article }) => article === 'bbb222')
    if (brief) brief.blocks = [{ kind: 'paragraph', leaves: [`更${mark}。`] }]
  })
  Object.assign(issue, { revision })
  const { paper } = decodeCatalog(readFileSync(join(testSite, 'data/catalog.json')))
  issue.paper.id = paper.id
  const bytes = encode(issue)
  const target = join(folder, 'data', day)
  mkdirSync(target, { recursive: true })
  for (const [name, content] of files) writeFileSync(join(target, name), content)
  writeFileSync(join(target, 'issue.json'), bytes)
  const entry = { id: day, date: day, revision, sha256: await digestOf(bytes), pages: 2, bytes: 1 }
  const catalog = { format: '1.0', paper: issue.paper, issues: [entry], years: [] }
  writeFileSync(join(folder, 'data/catalog.json'), encode(catalog))
}

/** The revision in the library, and whether each of its parts is there, byte for byte. */
const savedIn = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('banmian-library')
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const request: IDBRequest<unknown[]> = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
      })
    const [row] = await all('issues')
    const issue = JSON.parse(new TextDecoder().decode(Reflect.get(Object(row), 'issueJson')))
    const digests = new Set<string>()
    for (const part of await all('parts')) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Reflect.get(Object(part), 'bytes')))
      digests.add(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
    }
    db.close()
    const isWhole = issue.parts.every(({ sha256 }: { sha256: string }) => digests.has(sha256))
    return {
      revision: Number(issue.revision),
      isRowRight: Reflect.get(Object(row), 'revision') === issue.revision,
      isWhole,
    }
  })

/** Every write of a correction, before it is made and after: recorded, its part stored, and the three of the transaction that ends it. */
const points: readonly {
  readonly store?: 'saves' | 'parts' | 'issues'
  readonly write?: 'put' | 'delete'
  readonly isAfter?: boolean
}[] = [
  ...(
    [
      ['saves', 'put'],
      ['parts', 'put'],
      ['saves', 'delete'],
      ['parts', 'delete'],
      ['issues', 'put'],
    ] as const
  ).flatMap(([store, write]) => [false, true].map((isAfter) => ({ store, write, isAfter }))),
  // In the end nothing is killed, and the correction is made.
  {},
]

describe('a browser that is killed in the middle of a correction', () => {
  it('has the whole old revision or the whole new one, at whichever write it dies', { timeout: 240_000 }, async () => {
    const folder = tempFolder()
    cpSync(testSite, folder, { recursive: true })
    await publish(folder, 1)
    const site = await runSite(folder)
    onTestFinished(() => site.stop())
    const profile = tempFolder()
    const first = await startKillable(profile)
    const page = await first.context.newPage()
    await page.goto(`${site.address}${day}/1`)
    await page.getByRole('button', { name: '存到本机' }).click()
    await page.getByRole('button', { name: '已存' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await first.kill()

    const found: string[] = []
    let before = 1
    for (const [index, point] of points.entries()) {
      const revision = index + 2
      await publish(folder, revision)
      const started = await startKillable(profile)
      const next = await started.context.newPage()
      const killed = new Promise<'killed'>((resolve, reject) => {
        void next.exposeBinding('killNow', () => started.kill().then(() => resolve('killed'), reject))
      })
      await next.addInitScript(({ store, write, isAfter }) => {
        if (write === undefined) return
        const original: (...args: never[]) => unknown = IDBObjectStore.prototype[write]
        // From there on the page does nothing more.
        const stop = (): void => {
          Reflect.apply(Reflect.get(window, 'killNow'), window, [])
          for (;;);
        }
        Object.defineProperty(IDBObjectStore.prototype, write, {
          value(this: IDBObjectStore, ...args: never[]) {
            if (this.name === store && !isAfter) stop()
            const request = Reflect.apply(original, this, args)
            if (this.name === store) stop()
            return request
          },
        })
      }, point)
      await next.goto(`${site.address}library`).catch(() => undefined)
      // A page that stands still before its last words are out is killed from here.
      const corrected = expect
        .poll(() => savedIn(next).catch(() => undefined), { timeout: 15_000, interval: 200 })
        .toMatchObject({ revision })
        .then(
          () => 'corrected' as const,
          () => 'still' as const,
        )
      const outcome = await Promise.race([killed, corrected])
      if (outcome !== 'killed') await started.kill()

      await site.stop()
      const again = await startKillable(profile)
      const last = await again.context.newPage()
      // A script of the app, shown as a text: nothing there opens the library, or mends it.
      await last.goto(`${site.address}app.js`)
      const saved = await savedIn(last)
      const name = point.write ? `${point.isAfter ? 'after' : 'before'} ${point.store}.${point.write}` : 'never'
      expect(saved, `killed ${name}`).toMatchObject({ isRowRight: true, isWhole: true })
      expect([before, revision], `killed ${name}`).toContain(saved.revision)
      await last.goto(`${site.address}${day}/1`)
      await last.locator('.opening:not(.waiting) .typeset .headline').first().waitFor()
      found.push(`${name}: ${outcome}, ${saved.revision === revision ? 'new' : 'old'}`)
      before = saved.revision
      await again.kill()
      await site.start()
    }
    process.stdout.write(`killed in a correction ${found.join('; ')}\n`)
    expect(found.at(-1)).toBe('never: corrected, new')
  })
})
