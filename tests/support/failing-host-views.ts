import { workerIsThere } from './browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostSite } from './hosted-site'
import type { NamedHost } from './hosts-that-fail'
import { connectBrowser } from './open-test-site'

export const issue = '2026-11-24'
const article = `${issue}/1/y3fqvc`
/** Every view that shows what the paper has, by its address. */
export const asking = {
  newest: '',
  page: `${issue}/1`,
  article,
  calendar: 'calendar',
  'a month': 'calendar/2026/11',
  search: 'search?q=报纸',
  'search in an issue': `search?q=报纸&in=${issue}`,
}
/** And the views that ask the paper for nothing. */
export const quiet = { library: '已存报纸', settings: '设置' }

const errorsOf = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

const save = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}${issue}/1`)
  await page.getByRole('button', { name: '存到本机' }).tap()
  await page.getByRole('button', { name: '已存' }).waitFor()
}

/** Words that say what happened, and something that can be done. */
export const hasWords = async (page: Page, address: string, words: RegExp): Promise<void> => {
  await page.goto(address)
  await page.getByText(words).first().waitFor({ timeout: 5000 })
  await page.getByRole('button', { name: '再试一次' }).first().waitFor({ timeout: 1000 })
}

/** A browser for the tests of a file, and phones that have the app and no data of the paper, not even in the browser's own cache. */
export const phonesWithApp = () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connectBrowser()
  })
  afterAll(() => browser.close())
  const host = () => hostSite(browser)
  const phoneWithApp = async () => {
    const hosted = await host()
    const { page, site } = hosted
    page.setDefaultTimeout(10_000)
    await page.goto(`${site.address}settings`)
    await workerIsThere(page)
    return { ...hosted, errors: errorsOf(page) }
  }
  return { host, phoneWithApp }
}

type Phones = Pick<ReturnType<typeof phonesWithApp>, 'phoneWithApp'>

/** Tests that every view has words while the host of the paper fails. */
export const testWordsBeside = ({ phoneWithApp }: Phones, hosts: readonly NamedHost[]): void => {
  describe('somebody who has saved nothing', () => {
    it.each(hosts)('reads words in every view while the host %s', async (_, answer) => {
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
  })
}

/** Tests that what is saved is read while the host of the paper fails. */
export const testSavedBeside = ({ phoneWithApp }: Phones, hosts: readonly NamedHost[]): void => {
  describe('somebody who has saved an issue', () => {
    it.each(hosts)('reads it while the host %s', async (_, answer) => {
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
}
