import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { appIsThere, desk, shownHeadline } from './browser'
import { openTestSite } from './open-test-site'
import { readingShare, viewFaults } from './view-faults'

export const handheld = (width: number, height: number): BrowserContextOptions => ({
  viewport: { width, height },
  hasTouch: true,
  isMobile: true,
})
export const elder = { 'banmian:settings': '{"elder":"on"}' }
export const issue = '2026-11-24'
export const lead = `${issue}/1/tpttnf`

/** Opens the views of the test site, each visit in a context of its own, which is closed after the test. */
export const openViews = () => {
  const opened = openTestSite()
  afterEach(async () => {
    for (const context of opened.browser.contexts()) await context.close()
  })

  const visit = async (
    options: BrowserContextOptions,
    stored: Readonly<Record<string, string>> = {},
  ): Promise<Page> => {
    const context = await opened.browser.newContext({ serviceWorkers: 'block', ...options })
    await context.addInitScript((values) => {
      for (const [key, value] of Object.entries(values))
        if (localStorage.getItem(key) === null) localStorage.setItem(key, value)
    }, stored)
    return context.newPage()
  }
  const open = async (page: Page, path: string, selector: string): Promise<void> => {
    await page.goto(opened.address + path)
    await page.locator(selector).first().waitFor()
  }
  const openPage = async (page: Page, path = `${issue}/1`): Promise<void> => {
    await open(page, path, shownHeadline)
    await appIsThere(page)
  }
  const openArticle = async (page: Page, path = lead): Promise<void> => {
    await open(page, path, '.blocks p')
    await page.locator('.page-pane').waitFor({ state: 'attached' })
  }
  const views: readonly (readonly [name: string, show: (page: Page) => Promise<void>])[] = [
    ['a page', (page) => openPage(page)],
    ['a page with a long name', (page) => openPage(page, `${issue}/5`)],
    ['an article on three pages', (page) => openArticle(page)],
    ['an article in the middle of a page', (page) => openArticle(page, `${issue}/1/2fru33`)],
    ['the calendar', (page) => open(page, 'calendar/2026/11', '.month a')],
    ['the library', (page) => open(page, 'library', 'h1')],
    ['the settings', (page) => open(page, 'settings', 'fieldset')],
    ['the search', (page) => open(page, 'search', 'input')],
  ]
  return { opened, visit, open, openPage, openArticle, views }
}

/** A screen by name, what is stored in its browser, and how much larger than usual its browser's type is. */
export type Screen = readonly [
  name: string,
  options: BrowserContextOptions,
  stored: Readonly<Record<string, string>>,
  type: number,
]

/** The hardest of the screens: what is cut anywhere is mostly cut here. */
export const hardScreens: readonly Screen[] = [
  ['on a phone', handheld(360, 800), {}, 1],
  ['in 长辈版 at 320 × 256', handheld(320, 256), elder, 1],
  ['with type of 200 % on a narrow phone', handheld(320, 640), {}, 2],
]
export const otherScreens: readonly Screen[] = [
  ['on a narrow phone', handheld(320, 640), {}, 1],
  ['on a low phone', handheld(360, 640), {}, 1],
  ['on a phone held sideways', handheld(640, 360), {}, 1],
  ['in 长辈版', handheld(360, 800), elder, 1],
  ['in 长辈版 on a narrow phone', handheld(320, 640), elder, 1],
  ['in 长辈版 on a phone held sideways', handheld(640, 360), elder, 1],
  ['with type of 200 %', handheld(360, 800), {}, 2],
  ['on a tablet', handheld(820, 1180), {}, 1],
  ['on a desk', desk, {}, 1],
  ['on a desk with type of 200 %', desk, {}, 2],
]

/** Tests every view on these screens. */
export const testNothingIsCut = (
  { visit, views }: Pick<ReturnType<typeof openViews>, 'visit' | 'views'>,
  screens: readonly Screen[],
): void => {
  describe('nothing is cut, nothing touches, and half of the height is left to read', () => {
    it.each(screens)('%s', async (_, options, stored, type) => {
      const page = await visit(options, stored)
      const client = await page.context().newCDPSession(page)
      await client.send('Page.setFontSizes', { fontSizes: { standard: 16 * type, fixed: 13 * type } })
      const found: string[] = []
      for (const [name, show] of views) {
        await show(page)
        const share = await readingShare(page)
        found.push(...(await viewFaults(page)).map((fault) => `${name}: ${fault}`))
        if (share < 0.5) found.push(`${name}: ${Math.round(share * 100)} % of the height is left`)
      }
      expect(found).toEqual([])
    })
  })
}
