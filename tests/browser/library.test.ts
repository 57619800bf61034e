import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encode } from '@/bundle/codec'
import { digestOf } from '@/bundle/integrity'
import { phone, watchTroubles, shownHeadline } from '../support/browser'
import { testSite } from '../support/build-site'
import { correctedIssue } from '../support/corrected-issue'
import { runCountedSite, type CountedSite } from '../support/counted-site'
import { countsIn } from '../support/rows-in-browser'
import { smallIssue, type SmallIssue } from '../support/small-issue'
import { connectBrowser } from '../support/open-test-site'

let browser: Browser
let folder: string
let site: CountedSite

beforeAll(async () => {
  browser = await connectBrowser()
  folder = mkdtempSync(join(tmpdir(), 'library-'))
  cpSync(testSite, join(folder, 'site'), { recursive: true })
  site = await runCountedSite(join(folder, 'site'))
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

const issue = '2026-11-24'
const newContext = async () => {
  const context = await browser.newContext(phone)
  context.setDefaultTimeout(20_000)
  return context
}
const saveButton = (page: Page) => page.getByRole('button', { name: '存到本机' })
const savedButton = (page: Page) => page.getByRole('button', { name: '已存' })
const openIssue = async (page: Page, id = issue): Promise<void> => {
  await page.goto(`${site.address}${id}/1`)
  await page.locator(shownHeadline).first().waitFor()
}

describe('two tabs that save one issue', () => {
  it('fetch every part once, and both show that it is saved', async () => {
    const context = await newContext()
    const [one, other] = [await context.newPage(), await context.newPage()]
    await openIssue(one, '2026-11-24')
    await openIssue(other, '2026-11-24')
    await Promise.all([saveButton(one).waitFor(), saveButton(other).waitFor()])
    const shown = site.parts.length
    // Not by a click that waits until the button rests: by then the other tab may have saved the issue for both.
    await Promise.all(
      [one, other].map((tab) => saveButton(tab).evaluate((button) => button instanceof HTMLElement && button.click())),
    )
    await Promise.all([savedButton(one).waitFor(), savedButton(other).waitFor()])
    const fetched = site.parts.slice(shown)
    expect(fetched.length).toBe(new Set(fetched).size)
    expect(fetched.length).toBeGreaterThan(40)
    await context.close()
  })
})

describe('a write that fails in a real database', () => {
  it('leaves nothing half saved, wherever it falls, and the save goes on at a word', async () => {
    const context = await newContext()
    const page = await context.newPage()
    await openIssue(page)
    /** The next write to a store but `passing` fails: its transaction is aborted, or the call throws. */
    const failNext = (plan: { store: string; passing: number; how: 'abort' | 'throw' }) =>
      page.evaluate(({ store, passing, how }) => {
        const original = IDBObjectStore.prototype.put
        let left = passing
        IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
          if (this.name !== store || left-- > 0) return original.call(this, value, key)
          IDBObjectStore.prototype.put = original
          if (how === 'throw') throw new DOMException('the disk failed', 'UnknownError')
          const request = original.call(this, value, key)
          this.transaction.abort()
          return request
        }
      }, plan)
    const points = ['saves 0', 'parts 0', 'parts 3', 'issues 0'].flatMap((point) =>
      (['abort', 'throw'] as const).map((how) => ({
        store: point.split(' ')[0] ?? '',
        passing: Number(point.split(' ')[1]),
        how,
      })),
    )
    let begin = saveButton(page)
    for (const plan of points) {
      await failNext(plan)
      await begin.click()
      await page.getByRole('alert').filter({ hasText: '没有存成' }).waitFor()
      expect(await countsIn(page), JSON.stringify(plan)).toMatchObject({ issues: 0 })
      begin = page.getByRole('button', { name: '再存一次' })
    }
    await begin.click()
    await savedButton(page).waitFor()
    expect(await countsIn(page)).toMatchObject({ issues: 1, saves: 0 })
    process.stdout.write(`faults in a real database: ${points.length} points tried\n`)
    await context.close()
  })
})

describe('a database that is deleted while the app is open', () => {
  it('leaves the page readable, and offers what was lost for download', async () => {
    const context = await newContext()
    const page = await context.newPage()
    const troubles = watchTroubles(page)
    await openIssue(page)
    await saveButton(page).click()
    await savedButton(page).waitFor()
    await page.evaluate(
      () => new Promise((resolve) => (indexedDB.deleteDatabase('banmian-library').onsuccess = resolve)),
    )
    await page.getByRole('link', { name: '下一版' }).click()
    await page.getByRole('heading', { level: 1, name: '第二版' }).waitFor()
    await page.locator(shownHeadline).first().waitFor()
    await page.reload()
    await page.getByText('有 1 期存过的报纸被系统清掉了').waitFor()
    await page.getByRole('link', { name: '去看看' }).click()
    await page.getByRole('button', { name: '重新下载' }).click()
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    expect(await page.getByRole('button', { name: '重新下载' }).count()).toBe(0)
    expect(troubles).toEqual([])
    await context.close()
  })
})

describe('a browser that has no room', () => {
  const origin = () => site.address.slice(0, -1)
  it.each([
    ['and tells how little there is', true],
    ['and says nothing of it, so that a write fails', false],
  ])('says so wherever a save comes to the end of it, %s', async (_, isTold) => {
    const context = await newContext()
    if (!isTold) await context.addInitScript(() => (navigator.storage.estimate = () => Promise.reject(new TypeError())))
    const page = await context.newPage()
    const troubles = watchTroubles(page)
    await openIssue(page)
    const client = await context.newCDPSession(page)
    let begin = saveButton(page)
    for (const quotaSize of [1000, 300_000, 600_000, 1_500_000, 3_000_000]) {
      await client.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize })
      await begin.click()
      await page.getByRole('alert').filter({ hasText: '浏览器给的空间不够存一期' }).waitFor()
      expect(await countsIn(page), `${quotaSize} bytes`).toMatchObject({ issues: 0 })
      begin = page.getByRole('button', { name: '再存一次' })
    }
    await client.send('Storage.overrideQuotaForOrigin', { origin: origin() })
    await begin.click()
    await savedButton(page).waitFor()
    expect(await countsIn(page)).toMatchObject({ issues: 1, saves: 0 })
    expect(troubles).toEqual([])
    await context.close()
  })
})

describe('an issue that the paper corrects', () => {
  const day = '2026-01-05'
  const publish = async ({ issue: json, files }: SmallIssue): Promise<void> => {
    json.paper.id = 'specimen.banmian.example'
    const target = join(folder, 'site/data', day)
    const issueJson = encode(json)
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    writeFileSync(join(target, 'issue.json'), issueJson)
    for (const [name, bytes] of files) writeFileSync(join(target, name), bytes)
    const sha256 = await digestOf(issueJson)
    const entry = { id: day, date: day, revision: json.revision, sha256, pages: 2, bytes: 1 }
    writeFileSync(
      join(folder, 'site/data/catalog.json'),
      encode({ format: '1.0', paper: json.paper, issues: [entry], years: [] }),
    )
  }

  it('is brought up to date, says what changed, and is not pulled away from who reads it', async () => {
    await publish(await smallIssue())
    const context = await newContext()
    const page = await context.newPage()
    await openIssue(page, day)
    await saveButton(page).click()
    await savedButton(page).waitFor()
    await publish(await correctedIssue())
    const before = site.parts.length
    await page.goto(`${site.address}${day}/1/bbb222`)
    await page.getByText('报社更正了这一期：更正了《短讯》，撤回了《桥》。').waitFor()
    const text = page.locator('.article-pane')
    expect(await text.innerText()).toContain('短讯。')
    expect(site.parts.slice(before).map((name) => name.split('.')[0])).toEqual(['page-01'])
    await page.getByRole('button', { name: '看更正后的' }).click()
    await text.getByText('更正。').waitFor()
    await page.getByText('这是更正后的这一期').waitFor()
    // The withdrawn article keeps its dated notice without a network.
    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await page.goto(`${site.address}${day}/2/ccc333`)
    await page.getByText('本文已于2026年1月6日撤回。图片来源有误，已撤回。').waitFor()
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByText('这是更正后的这一期').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('本文已于2026年1月6日撤回。').waitFor()
    expect(await page.getByText('这是更正后的这一期').count()).toBe(0)
    await context.close()
  })
})
