import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launch, runSite, type RunningSite } from './browser'
import { testSite } from './build-site'

/** The test site and a browser, there for every test of the file that calls this. */
export const openTestSite = (): { readonly browser: Browser; readonly address: string } => {
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
  return {
    get browser() {
      return browser
    },
    get address() {
      return site.address
    },
  }
}
