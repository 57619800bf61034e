import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

/** The browser that all browser tests share; closing it ends the caller's own contexts only. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'))

/**
 * The specimen's site and the browser that all browser tests share. A test takes a context of its own, so that no other test
 * sees what it stores; a test that stops the network needs `runSite`.
 */
export const openTestSite = (): { readonly browser: Browser; readonly address: string } => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connectBrowser()
  })
  afterAll(() => browser.close())
  return {
    get browser() {
      return browser
    },
    get address() {
      return inject('siteAddress')
    },
  }
}
