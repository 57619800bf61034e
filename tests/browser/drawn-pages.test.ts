import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnCache } from '@/library/worker-names'
import { appIsThere, shownHeadline } from '../support/browser'
import { hostSite } from '../support/hosted-site'
import { countLaidOut } from '../support/laid-out'
import { connectBrowser } from '../support/open-test-site'
import { publishVersion } from '../support/site-version'

declare global {
  interface Window {
    /** The first headline of the page as it came. */
    drawnHeadline?: Element | null
  }
}

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const issue = '2026-11-24'
const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(
    async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => new URL(url).pathname),
    drawnCache,
  )
/** A site whose newest issue a phone has saved, with all that belongs to it. */
const saveNewest = async () => {
  const hosted = await hostSite(browser)
  await hosted.visit()
  await hosted.page.getByRole('button', { name: '存到本机' }).click()
  await hosted.page.getByRole('button', { name: '已存' }).waitFor({ timeout: 20_000 })
  await expect.poll(() => keptIn(hosted.page), { timeout: 20_000 }).toEqual([`/${issue}`])
  return hosted
}
/** The page as it came to the browser, before any script ran. */
const placeDrawn = async (page: Page, url: string): Promise<string | undefined> =>
  /data-place="([^"]*)"/.exec((await (await page.goto(url))?.text()) ?? '')?.[1]

describe('a saved issue without a network', () => {
  it('comes as the host drew it, and the app takes it over as it stands', async () => {
    const { page, site } = await saveNewest()
    await site.stop()
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => (window.drawnHeadline = document.querySelector('.typeset .headline'))),
    )
    for (const address of [issue, `${issue}/1`, `${issue}/1/`]) {
      expect(await placeDrawn(page, site.address + address)).toBe(`${issue}/1`)
      await appIsThere(page)
      expect(await page.evaluate(() => window.drawnHeadline?.isConnected)).toBe(true)
    }
    // Its pictures come from what is saved.
    const picture = page.locator('.opening:not(.waiting) .typeset img').first()
    await expect.poll(() => picture.getAttribute('src')).toMatch(/^blob:/)
    for (const address of [`${issue}/2`, `${issue}/1?q=a`, 'library'])
      expect(await placeDrawn(page, site.address + address)).toBeUndefined()
  })

  it('has its first article in the first frame of the page', async () => {
    const { page, site } = await saveNewest()
    await site.stop()
    const laidOut = await countLaidOut(page)
    await page.goto(`${site.address}${issue}/1`)
    await appIsThere(page)
    expect((await laidOut())[0]).toBeGreaterThan(0)
  })

  it('stands for the newest only where the browser knows that it has no network', async () => {
    const { context, page, site } = await saveNewest()
    expect(await placeDrawn(page, site.address)).toBeUndefined()
    await context.setOffline(true)
    expect(await placeDrawn(page, site.address)).toBe(`${issue}/1`)
    await appIsThere(page)
  })

  it('is drawn by the app where something else is saved than the host drew', async () => {
    const { page, site } = await saveNewest()
    await page.evaluate(
      async ([name, url]) => {
        const cache = await caches.open(name)
        const kept = await cache.match(url)
        const other = (await kept?.text())?.replaceAll('data-revision="', 'data-revision="9')
        await cache.put(url, new Response(other, { headers: kept?.headers ?? {} }))
      },
      [drawnCache, `${site.address}${issue}`] as const,
    )
    await site.stop()
    await page.goto(`${site.address}${issue}/1`)
    await appIsThere(page)
    await page.locator(shownHeadline).first().waitFor()
  })
})

describe('what the host drew', () => {
  it('goes with the issue', async () => {
    const { page } = await saveNewest()
    await page.getByRole('button', { name: '已存' }).click()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await expect.poll(() => keptIn(page)).toEqual([])
  })

  it.each([
    ['another page', () => '<!doctype html><title>portal</title><p>请先登录</p>'],
    ['another revision', (right: string) => right.replace('data-revision="', 'data-revision="9')],
    ['another issue', (right: string) => right.replace(`data-place="${issue}`, 'data-place="2020-01-01')],
  ])('is not kept if it is %s', async (_, change) => {
    const { folder, host, page, visit } = await hostSite(browser)
    await visit()
    let asked = 0
    host.answer = ({ url = '' }, response) => {
      if (url !== `/${issue}`) return false
      asked++
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(change(readFileSync(join(folder, issue, 'index.html'), 'utf8')))
      return true
    }
    await page.getByRole('button', { name: '存到本机' }).click()
    await page.getByRole('button', { name: '已存' }).waitFor({ timeout: 20_000 })
    await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(0)
    host.answer = () => false
    // At the next visit the host is right.
    await page.reload()
    await expect.poll(() => keptIn(page), { timeout: 20_000 }).toEqual([`/${issue}`])
  })

  it('is forgotten by the next version of the app, which is given in its place', async () => {
    const { folder, page, site } = await saveNewest()
    publishVersion(folder, '2')
    const worker = join(folder, 'sw.js')
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/"entry":"[^"]*"/, '"entry":"assets/other.js"'))
    await page.getByRole('button', { name: '不用', exact: true }).click()
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    await page.getByRole('button', { name: '现在更新' }).click()
    await site.stop()
    await expect.poll(() => keptIn(page), { timeout: 20_000 }).toEqual([])
    expect(await placeDrawn(page, `${site.address}${issue}/1`)).toBeUndefined()
  })
})
