import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, launch, phone, runSite, type RunningSite } from '../support/browser'
import { testSite } from '../support/build-site'

let browser: Browser
let site: RunningSite

beforeAll(async () => {
  browser = await launch()
  site = await runSite(testSite)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const views = [
  ['a typeset page', '2026-11-24/1', '.typeset .headline'],
  ['a printed page', '2026-11-24/8', 'svg.regions a'],
  ['an article', '2026-11-24/4', '.typeset .headline'],
  ['the library', 'library', 'h1'],
  ['the calendar', 'calendar/2026/11', '.month a'],
  ['a fault', '2020-01-01/1', 'h1'],
] as const

describe.each([
  ['on a phone', phone],
  ['on a desk', desk],
])('%s', (_, device) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(views)('axe finds nothing wrong with %s', async (name, path, selector) => {
      const page = await (await browser.newContext({ ...device, colorScheme })).newPage()
      await page.goto(site.address + path)
      await page.locator(selector).first().waitFor()
      if (name === 'an article') {
        await page.locator(selector).first().click()
        await page.locator('#article-title').waitFor()
      }
      // A region on the page may be small: the list of articles offers the same.
      const { violations } = await new AxeBuilder({ page }).disableRules(['target-size']).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([])
      await page.context().close()
    })
  })
})
