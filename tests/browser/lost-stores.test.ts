import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostSite } from '../support/hosted-site'
import { connectBrowser } from '../support/open-test-site'
import { shownHeadline, workerIsThere } from '../support/browser'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const issue = '2026-11-24'

/** A phone with a saved issue, and what its system may take away. */
const phoneWithIssue = async () => {
  const hosted = await hostSite(browser)
  const { page, site, context, visit } = hosted
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await visit()
  await page.goto(`${site.address}${issue}/1`)
  await page.getByRole('button', { name: '存到本机' }).tap()
  await page.getByRole('button', { name: '已存' }).waitFor()
  const client = await context.newCDPSession(page)
  const lose = async (storageTypes: string): Promise<void> => {
    // Not while a page of the app is open: that is how a system clears.
    await page.goto('about:blank')
    await client.send('Storage.clearDataForOrigin', { origin: new URL(site.address).origin, storageTypes })
  }
  return { ...hosted, lose, errors, open: (path: string) => page.goto(site.address + path) }
}
const reads = async (page: Page): Promise<void> => {
  await page.locator(shownHeadline).first().waitFor()
  await page.locator(shownHeadline).first().tap()
  await page.locator('.article-pane h1').waitFor()
}

describe('a store that the system empties by itself', () => {
  it('the database: says without a network what is lost, and gets it back with one', async () => {
    const { page, site, lose, open, errors } = await phoneWithIssue()
    await lose('indexeddb')
    await site.stop()
    await open(`${issue}/1`)
    await page.getByRole('heading', { name: '现在没有网络，这一期也没有存在本机' }).waitFor()
    await open('library')
    await page.getByText('被系统清掉的').first().waitFor()
    await site.start()
    await open(`${issue}/1`)
    await reads(page)
    await open('library')
    await page.getByRole('button', { name: '重新下载' }).tap()
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    await site.stop()
    await open(`${issue}/1`)
    await reads(page)
    expect(errors).toEqual([])
  })

  it('the caches: reads with a network, and after that without one again', { timeout: 120_000 }, async () => {
    const { page, site, lose, open, errors } = await phoneWithIssue()
    const filesOfApp = () =>
      page.evaluate(async () => {
        const [name] = (await caches.keys()).filter((key) => key.startsWith('banmian-shell'))
        return name === undefined ? 0 : (await (await caches.open(name)).keys()).length
      })
    const all = await filesOfApp()
    expect(all).toBeGreaterThan(20)
    await lose('cache_storage')
    await open(`${issue}/1`)
    await reads(page)
    await expect.poll(filesOfApp, { timeout: 60_000 }).toBe(all)
    await site.stop()
    for (const path of [`${issue}/1`, '']) {
      await open(path)
      await reads(page)
    }
    await open('library')
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    expect(errors).toEqual([])
  })

  it('what is kept as short texts: nothing that was saved is lost', async () => {
    const { page, site, lose, open, errors } = await phoneWithIssue()
    await lose('local_storage')
    await site.stop()
    for (const path of ['', `${issue}/1`]) {
      await open(path)
      await reads(page)
    }
    await open('library')
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    expect(await page.getByText('被系统清掉的').count()).toBe(0)
    expect(errors).toEqual([])
  })

  it('the worker: the next visit brings it back, and what was saved opens', async () => {
    const { page, site, lose, open, errors } = await phoneWithIssue()
    await lose('service_workers')
    await open('library')
    await page.getByRole('button', { name: /^删除/ }).waitFor()
    await workerIsThere(page)
    await site.stop()
    await open(`${issue}/1`)
    await reads(page)
    expect(errors).toEqual([])
  })
})

describe('a clock that is wrong by two years', () => {
  const years = 2 * 365 * 24 * 60 * 60 * 1000
  it.each([
    ['fast', years],
    ['slow', -years],
  ])('and %s when an issue is saved changes nothing that is shown once it is right', async (_, off) => {
    const hosted = await hostSite(browser)
    const { page, site, context } = hosted
    page.setDefaultTimeout(15_000)
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const look = async () => {
      const seen: string[] = []
      for (const path of ['', 'calendar', 'library', 'search?q=报纸']) {
        await page.goto(site.address + path)
        await page
          .locator(path === '' ? shownHeadline : path === 'calendar' ? 'table' : '#content')
          .first()
          .waitFor()
        if (path === 'library') await page.getByRole('button', { name: /^删除/ }).waitFor()
        if (path.startsWith('search'))
          await page
            .getByText(/找到 \d+ 篇/)
            .first()
            .waitFor()
        await page.waitForLoadState('networkidle')
        seen.push(await page.locator(path === '' ? '.head' : '#content').innerText())
      }
      // How much is used differs from look to look.
      return seen.map((text) => text.replace(/已用 [^，]*/, ''))
    }
    await context.clock.install({ time: Date.now() + off })
    await page.goto(`${site.address}${issue}/1`)
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByRole('button', { name: '已存' }).waitFor()
    await page.goto(`${site.address}${issue}/1/y3fqvc`)
    await page.locator('.article-pane h1').waitFor()
    const wrong = await look()
    await context.clock.setSystemTime(Date.now())
    expect(await look()).toEqual(wrong)
    await context.clock.setSystemTime(Date.now() - off)
    expect(await look()).toEqual(wrong)
    expect(wrong.join()).toContain('2026年11月')
    expect(errors).toEqual([])
  })
})
