import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { phone, runSite, watchTroubles } from '../support/browser'
import { testSite } from '../support/build-site'
import { hostSite, versionOf } from '../support/hosted-site'
import { publishVersion } from '../support/site-version'
import { connectBrowser } from '../support/open-test-site'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

/** A site of the test's own, and a phone that has it open and its worker at work. */
const visited = async () => {
  const { visit, ...hosted } = await hostSite(browser)
  await visit()
  return hosted
}
/** What the app does when it comes to the front. */
const comeToFront = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

describe('a new version while somebody reads', () => {
  it('waits for the reader’s word, and brings them back to their line', async () => {
    const { folder, page } = await visited()
    await page.locator('.typeset .headline').first().tap()
    await page.locator('.seam').first().waitFor()
    const address = page.url()
    const pane = page.locator('.article-pane')
    const top = () => pane.evaluate((element) => element.scrollTop)
    await pane.evaluate((element) => element.scrollTo(0, 900))
    await expect.poll(top, { timeout: 10_000 }).toBe(900)

    publishVersion(folder, '2')
    await comeToFront(page)
    await page.getByText('阅读器有新版本').waitFor()
    expect(await versionOf(page)).toBe('1')
    expect(await top()).toBe(900)
    // Until then every page is of the version that reads, never a mixture.
    const second = await page.context().newPage()
    await second.goto(address)
    expect(await versionOf(second)).toBe('1')
    // The old version gives way when it has answered everything that was asked of it.
    await second.waitForLoadState('networkidle')

    await page.getByRole('button', { name: '现在更新' }).tap()
    await expect.poll(() => versionOf(page).catch(() => ''), { timeout: 30_000 }).toBe('2')
    expect(page.url()).toBe(address)
    await expect.poll(top, { timeout: 10_000 }).toBe(900)
  })

  it('is put off, and asked for no more than once', async () => {
    const { folder, page } = await visited()
    publishVersion(folder, '2')
    await comeToFront(page)
    await page.getByRole('button', { name: '以后' }).tap()
    await comeToFront(page)
    expect(await page.getByText('阅读器有新版本').count()).toBe(0)
    expect(await versionOf(page)).toBe('1')
  })

  it('asks in vain without a network, and nothing is broken by it', async () => {
    const { site, page } = await visited()
    const troubles: string[] = []
    page.on('pageerror', ({ message }) => troubles.push(message))
    await site.stop()
    await comeToFront(page)
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
    expect(troubles).toEqual([])
  })
})

describe('a version that broke', () => {
  it('locks nobody out: the next one takes over by itself', async () => {
    const { folder, page } = await visited()
    publishVersion(folder, '2', { isBroken: true })
    await comeToFront(page)
    await page.getByRole('button', { name: '现在更新' }).tap()
    await expect.poll(() => versionOf(page).catch(() => ''), { timeout: 30_000 }).toBe('2')
    expect(await page.locator('#app').innerHTML()).toBe('')

    publishVersion(folder, '3')
    // The dead page is opened once more: the browser itself looks for a new worker then.
    await page.reload()
    await expect.poll(() => versionOf(page).catch(() => ''), { timeout: 30_000 }).toBe('3')
    await page.locator('.typeset .headline').first().waitFor()
  })

  it('whose files do not all arrive is never taken up', async () => {
    const { folder, site, page } = await visited()
    publishVersion(folder, '2')
    const [asset = ''] = /assets\/setting-[^"'`]+\.woff2/.exec(readFileSync(join(folder, 'sw.js'), 'utf8')) ?? []
    publishVersion(folder, '3')
    // A file that the new worker lists and the server has not got.
    const script = readFileSync(join(folder, 'sw.js'), 'utf8').replaceAll(asset, `${asset}.gone.woff2`)
    await page.route('**/sw.js', (route) => route.fulfill({ body: script, contentType: 'text/javascript' }))
    await comeToFront(page)
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
    expect(await versionOf(page)).toBe('1')
  })
})

describe('without a network at its first load', () => {
  it('every address opens, each with what it can say', async () => {
    const { site, context } = await visited()
    await site.stop()
    const gone = '现在没有网络，这一期也没有存在本机'
    for (const [path, words] of [
      ['', gone],
      ['2026-11-24', gone],
      ['2026-11-24/3', gone],
      ['2026-11-24/1/abc123', gone],
      ['2020-01-01-late/1', gone],
      ['library', '已存报纸'],
      ['search', '搜索'],
      ['search?q=断网', '搜索'],
      ['settings', '设置'],
      ['calendar', '往期'],
      ['calendar/2026/11', '往期'],
      ['library/other.example/2026-01-05/1', '没有这一期'],
      ['some/where/else', '没有这个地址'],
    ] as const) {
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('pageerror', ({ message }) => troubles.push(message))
      await page.goto(`${site.address}${path}`)
      await page.getByRole('heading', { level: 1, name: words }).waitFor()
      expect(troubles).toEqual([])
      await page.close()
    }
  })
})

describe('a piece of the app that does not arrive', () => {
  const stay = (page: Page) => page.evaluate(() => void Reflect.set(window, 'isHere', true))
  const isSame = (page: Page) => page.evaluate(() => Reflect.get(window, 'isHere') === true).catch(() => false)
  const miss = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('vite:preloadError')))

  it('loads the page anew, where it was', async () => {
    const { page } = await visited()
    await stay(page)
    await miss(page)
    await expect.poll(() => isSame(page)).toBe(false)
    await page.locator('.typeset .headline').first().waitFor()
  })

  it('does not call back a page that is being left', async () => {
    const { page } = await visited()
    await stay(page)
    await page.evaluate(() => void dispatchEvent(new Event('beforeunload')))
    await miss(page)
    await page.locator('.typeset .headline').first().tap()
    await page.locator('.seam').first().waitFor()
    expect(await isSame(page)).toBe(true)
  })
})

describe('a browser that keeps nothing', () => {
  const see = async (over: Parameters<Browser['newContext']>[0], hide: boolean) => {
    const site = await runSite(testSite)
    const context = await browser.newContext({ ...phone, ...over })
    onTestFinished(async () => {
      await context.close()
      await site.stop()
    })
    const page = await context.newPage()
    if (hide) await page.addInitScript(() => Reflect.deleteProperty(Object.getPrototypeOf(navigator), 'serviceWorker'))
    const troubles = watchTroubles(page)
    await page.goto(`${site.address}2026-11-24/1`)
    await page.locator('.typeset .headline').first().tap()
    await page.locator('.seam').first().waitFor()
    await page.goto(`${site.address}library`)
    await page.getByRole('heading', { name: '已存报纸' }).waitFor()
    return { text: await page.locator('#app').innerText(), troubles }
  }

  it('without service workers reads, and says how to get the paper offline', async () => {
    const { text, troubles } = await see({}, true)
    expect(text).toContain('这个浏览器能看报，但没有网络时打不开')
    expect(troubles).toEqual([])
  })
  it('inside WeChat reads, and is led to a browser', async () => {
    const userAgent =
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0'
    const { text } = await see({ userAgent, serviceWorkers: 'block' }, false)
    expect(text).toContain('选“在浏览器打开”')
  })
})

describe('the web app manifest', () => {
  it('is complete, and Chromium finds nothing wrong with it', async () => {
    const { page } = await visited()
    const client = await page.context().newCDPSession(page)
    const { errors, data } = await client.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest: unknown = JSON.parse(data ?? '')
    expect(manifest).toMatchObject({
      name: '版面',
      start_url: './',
      display: 'standalone',
      shortcuts: [{ url: './' }, { url: './library' }, { url: './search' }],
      share_target: { action: './library/receive', method: 'POST' },
      file_handlers: [{ action: './library' }],
      launch_handler: { client_mode: ['navigate-existing', 'auto'] },
      screenshots: [
        { sizes: '780x1688', form_factor: 'narrow', label: '整版' },
        { sizes: '780x1688', form_factor: 'narrow', label: '文章' },
        { sizes: '1440x900', form_factor: 'wide', label: '一版一文' },
      ],
    })
    const size = await page.evaluate(async () => {
      const { width, height } = await createImageBitmap(await (await fetch('/screenshot-1.webp')).blob())
      return `${width}x${height}`
    })
    expect(size).toBe('780x1688')
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors')
    // A private window installs nothing; that is the only thing in the way.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  })
})
