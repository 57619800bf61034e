import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failingHosts, hangingHost } from '../support/hosts-that-fail'
import { hostSite } from '../support/hosted-site'
import { connectBrowser } from '../support/open-test-site'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

const issue = '2026-11-24'
const article = `${issue}/1/y3fqvc`
/** Every view that shows what the paper has, by its address. */
const asking = {
  newest: '',
  page: `${issue}/1`,
  article,
  calendar: 'calendar',
  'a month': 'calendar/2026/11',
  search: 'search?q=报纸',
  'search in an issue': `search?q=报纸&in=${issue}`,
}
/** And the views that ask the paper for nothing. */
const quiet = { library: '已存报纸', settings: '设置' }

const errorsOf = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

/** A phone that has the app and no data of the paper, not even in the browser's own cache. */
const phoneWithApp = async () => {
  const hosted = await hostSite(browser)
  const { page, site } = hosted
  page.setDefaultTimeout(10_000)
  await page.goto(`${site.address}settings`)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return { ...hosted, errors: errorsOf(page) }
}
const save = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}${issue}/1`)
  await page.getByRole('button', { name: '存到本机' }).tap()
  await page.getByRole('button', { name: '已存' }).waitFor()
}

/** Words that say what happened, and something that can be done. */
const hasWords = async (page: Page, address: string, words: RegExp): Promise<void> => {
  await page.goto(address)
  await page.getByText(words).first().waitFor({ timeout: 5000 })
  await page.getByRole('button', { name: '再试一次' }).first().waitFor({ timeout: 1000 })
}

describe('somebody who has saved nothing', () => {
  it.each(failingHosts)('reads words in every view while the host %s', async (_, answer) => {
    const { host, page, site, errors } = await phoneWithApp()
    host.answer = answer
    for (const path of Object.values(asking))
      await hasWords(page, site.address + path, /网络|服务器|目录|网页|损坏|没有这一期/)
    for (const [path, words] of Object.entries(quiet)) {
      await page.goto(site.address + path)
      await page.getByRole('heading', { name: words }).waitFor({ timeout: 5000 })
    }
    expect(errors).toEqual([])
  })

  it('reads in every view that a host which hangs is still waited for, and what comes later is shown', async () => {
    const { host, page, site, errors } = await phoneWithApp()
    for (const [name, path] of Object.entries(asking)) {
      const held: (() => void)[] = []
      host.answer = (request, response) => {
        if (!(request.url ?? '').includes('/data/')) return false
        held.push(() => site.answer(request, response))
        return true
      }
      await hasWords(page, site.address + path, /还在等/)
      // Each answer that is let go brings the next question.
      host.answer = () => false
      held.splice(0).forEach((answer) => answer())
      const shown = {
        calendar: /粗的日子/,
        'a month': /粗的日子/,
        search: /找到 \d+ 篇/,
        'search in an issue': /找到 \d+ 篇/,
      }
      const words = new Map(Object.entries(shown)).get(name)
      if (words) await page.getByText(words).first().waitFor({ timeout: 10_000 })
      else await page.locator('.typeset .headline, .article-pane h1').first().waitFor({ timeout: 10_000 })
    }
    host.answer = hangingHost
    for (const [path, words] of Object.entries(quiet)) {
      await page.goto(site.address + path)
      await page.getByRole('heading', { name: words }).waitFor({ timeout: 5000 })
    }
    expect(errors).toEqual([])
  })
})

describe('somebody who has saved an issue', () => {
  it.each([...failingHosts, ['hangs', hangingHost] as const])('reads it while the host %s', async (_, answer) => {
    const { host, page, site, errors } = await phoneWithApp()
    await save(page, site.address)
    host.answer = answer
    for (const path of ['', `${issue}/1`]) {
      await page.goto(site.address + path)
      await page.locator('.opening:not(.waiting) .typeset .headline').first().waitFor({ timeout: 6000 })
    }
    await page.locator('button[aria-haspopup="dialog"]').first().tap()
    await page.locator('dialog .contents a').first().waitFor()
    await page.goto(site.address + article)
    await page.locator('.article-pane h1').waitFor({ timeout: 5000 })
    for (const path of ['search?q=报纸', `search?q=报纸&in=${issue}`]) {
      await page.goto(site.address + path)
      await page
        .getByText(/找到 \d+ 篇/)
        .first()
        .waitFor({ timeout: 5000 })
    }
    for (const path of ['calendar', 'calendar/2026/11']) {
      await page.goto(site.address + path)
      await page.getByText(/目录.*存在本机的各期|没有网络，这里只列出/).waitFor({ timeout: 5000 })
      await page.getByText('已存', { exact: true }).first().waitFor()
    }
    await page.goto(`${site.address}library`)
    await page.locator('.shelf li').first().waitFor({ timeout: 5000 })
    expect(errors).toEqual([])
  })
})

describe('an address that its issue does not have', () => {
  it.each([
    ['a page', `${issue}/99`, '这一期没有第 99 版'],
    ['an article', `${issue}/1/zzzzzz`, '这一期没有这篇文章'],
    ['an article on a page that is not there', `${issue}/99/y3fqvc`, '这一期没有第 99 版'],
  ])('%s says so, and leads to what the issue has', async (_, path, words) => {
    const { page, site, errors } = await phoneWithApp()
    await page.goto(site.address + path)
    await page.getByRole('heading', { name: words }).waitFor()
    expect(await page.getByText('没有这一期', { exact: true }).count()).toBe(0)
    expect(await page.locator('.contents h3').count()).toBeGreaterThan(3)
    await page
      .getByRole('link', { name: /^看.*版/ })
      .first()
      .tap()
    await page.locator('.opening:not(.waiting) .typeset .headline').first().waitFor()
    expect(errors).toEqual([])
  })
})

describe('the first visit to a host that hangs', () => {
  it('says over a page that the server drew why a button does nothing yet, and then does what it is for', async () => {
    const { host, page, site } = await hostSite(browser)
    const held: (() => void)[] = []
    host.answer = (request, response) => {
      if (!(request.url ?? '').includes('/data/')) return false
      held.push(() => site.answer(request, response))
      return true
    }
    await page.goto(`${site.address}${issue}/1`, { waitUntil: 'commit' })
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByText('还在等').waitFor({ timeout: 5000 })
    expect(await page.locator('.typeset .headline').count()).toBeGreaterThan(3)
    host.answer = () => false
    held.splice(0).forEach((answer) => answer())
    await page.getByText('还在等').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '已存' }).waitFor()
  })
})

describe('the first visit to a host whose scripts hang', () => {
  it.each(['library', 'settings', 'search'])('says in %s that it is waited for', async (path) => {
    const { host, page, site } = await hostSite(browser)
    host.answer = ({ url = '' }) => /\.js/.test(url)
    await page.goto(site.address + path, { waitUntil: 'commit' })
    await page.getByText('还在等').waitFor({ timeout: 5000 })
    await page.getByRole('link', { name: '再试一次' }).waitFor()
  })

  it.each([
    ['往期报纸', 'calendar'],
    ['搜索', 'search'],
    ['已存报纸', 'library'],
  ])('says so where the way to %s is pressed', async (name, path) => {
    const { host, page, site } = await hostSite(browser)
    host.answer = ({ url = '' }) => new RegExp(`${path}|sw\\.js`, 'i').test(url) && /\.js|\/$|\d$/.test(url)
    await page.goto(`${site.address}${issue}/1`)
    await page.locator('.opening:not(.waiting) > [data-gestures]').waitFor()
    await page.getByRole('link', { name }).first().tap()
    await page.getByText('还在等').waitFor({ timeout: 5000 })
  })
})
