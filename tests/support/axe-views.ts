import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addAxe, axeViolations, type Look } from './axe'
import { appIsThere, desk, phone, shownHeadline } from './browser'
import { openTestSite } from './open-test-site'

const openArticle = async (page: Page): Promise<void> => {
  await appIsThere(page)
  await page.locator(shownHeadline).first().click()
  await page.locator('#article-title').waitFor()
}
const openPanel = async (page: Page): Promise<void> => {
  await openArticle(page)
  await page.getByRole('button', { name: '字号和颜色' }).click()
  await page.getByRole('dialog').waitFor()
}

const openContents = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '版面', exact: true }).click()
  await page.getByRole('dialog').getByRole('navigation', { name: '本期目录' }).waitFor()
}
const openHelp = async (page: Page): Promise<void> => {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}
const openText = async (page: Page): Promise<void> => {
  await appIsThere(page)
  await page.getByRole('button', { name: '文字', exact: true }).click()
  await page.locator('.page-text').waitFor()
}
const openPicture = async (page: Page): Promise<void> => {
  await openArticle(page)
  await page
    .getByRole('button', { name: /放大看图片/ })
    .first()
    .click()
  await page.getByRole('dialog').locator('img').waitFor()
}
const openMore = async (page: Page): Promise<void> => {
  await openArticle(page)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('dialog').waitFor()
}
const findWords = async (page: Page): Promise<void> => {
  await page.getByRole('searchbox').fill('版面')
  await page.locator('mark').first().waitFor()
}

/** Every view of the reader: its address, what it shows when it is there, and what is opened in it. */
export const everyView = [
  ['a typeset page', '2026-11-24/1', shownHeadline, undefined],
  ['a page as text', '2026-11-24/1', shownHeadline, openText],
  ['a printed page', '2026-11-24/8', 'svg.regions a', undefined],
  ['an article, its text settings open', '2026-11-24/4', shownHeadline, openPanel],
  ['the contents of an issue', '2026-11-24/1', shownHeadline, openContents],
  ['the help', '2026-11-24/1', shownHeadline, openHelp],
  ['a large picture', '2026-11-24/1', shownHeadline, openPicture],
  ['what else can be done with an article', '2026-11-24/4', shownHeadline, openMore],
  ['what a search found', 'search?in=2026-11-24', 'input', findWords],
  ['the library', 'library', 'h1', undefined],
  ['the settings', 'settings', 'fieldset', undefined],
  ['the calendar', 'calendar/2026/11', '.month a', undefined],
  ['a fault', '2020-01-01/1', 'h1', undefined],
] as const

/**
 * Declares a test for every view on a phone and on a desk: axe finds nothing wrong with it in any of the looks. The page is loaded
 * once for all of them.
 */
export const testEveryViewWithAxe = (looks: readonly Look[]): void => {
  const opened = openTestSite()
  describe.each([
    ['on a phone', phone],
    ['on a desk', desk],
  ])('%s', (_, device) => {
    it.each(everyView)('axe finds nothing wrong with %s', async (_name, path, selector, open) => {
      const context = await opened.browser.newContext({ ...device, serviceWorkers: 'block' })
      const page = await context.newPage()
      await page.goto(opened.address + path)
      await page.locator(selector).first().waitFor()
      await open?.(page)
      await addAxe(page)
      const found: string[] = []
      for (const look of looks) {
        // The page's body text once: in the other themes it has the colours of its titles.
        const exclude = look === looks[0] ? [] : ['.typeset .frame']
        const violations = await axeViolations(page, look, exclude)
        found.push(...violations.map((one) => `${look.theme}, elder ${look.elder}: ${one}`))
      }
      expect(found).toEqual([])
      await context.close()
    })
  })
}
