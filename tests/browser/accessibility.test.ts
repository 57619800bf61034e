import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { grounds } from '@/reader/styles/grounds'
import { addAxe, axeViolations } from '../support/axe'
import { desk, phone, shownHeadline } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const opened = openTestSite()

const openArticle = async (page: Page): Promise<void> => {
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

const views = [
  ['a typeset page', '2026-11-24/1', shownHeadline, undefined],
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

/** Every theme plain and in 长辈版; on a page that is loaded once. */
const looks = Object.keys(grounds).flatMap((theme) => ['off', 'on'].map((elder) => ({ theme, elder })))

describe.each([
  ['on a phone', phone],
  ['on a desk', desk],
])('%s', (_, device) => {
  it.each(views)(
    'axe finds nothing wrong with %s, in any theme, in 长辈版 or not',
    async (_name, path, selector, open) => {
      const context = await opened.browser.newContext({ ...device, serviceWorkers: 'block' })
      const page = await context.newPage()
      await page.goto(opened.address + path)
      await page.locator(selector).first().waitFor()
      await open?.(page)
      await addAxe(page)
      const found: string[] = []
      for (const look of looks) {
        // Body text of the page once: in the other themes it stands in the colours that its titles stand in.
        const exclude = look === looks[0] ? [] : ['.typeset .frame']
        found.push(...(await axeViolations(page, exclude)).map((one) => `${look.theme}, elder ${look.elder}: ${one}`))
      }
      expect(found).toEqual([])
      await context.close()
    },
  )
})
