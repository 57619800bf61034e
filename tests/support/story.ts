import type { BrowserContextOptions, Page } from 'playwright-core'
import { runSite, watchTroubles, type RunningSite } from './browser'
import { testSite } from './build-site'
import { connectBrowser } from './open-test-site'

/** One page of one reader over a site of its own: for chapters that follow each other, and for a network that stops. */
export interface Story {
  readonly site: RunningSite
  readonly page: Page
  readonly troubles: readonly string[]
  readonly end: () => Promise<void>
}

export const beginStory = async (options: BrowserContextOptions): Promise<Story> => {
  const browser = await connectBrowser()
  const site = await runSite(testSite)
  const page = await (await browser.newContext(options)).newPage()
  return {
    site,
    page,
    troubles: watchTroubles(page),
    end: async () => {
      await browser.close()
      await site.stop()
    },
  }
}
