import { rmSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchOptions, runSite } from './browser'
import { buildApp, buildPress, buildSite, specimenFolder, testSite } from './build-site'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser that all browser tests share listens. */
    readonly browserEndpoint: string
    /** Where the specimen's site is served, for tests that never stop it. */
    readonly siteAddress: string
  }
}

/** Before the browser tests: the specimen's site, a server for it, and a browser, one of each for all of them. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  rmSync(testSite, { recursive: true, force: true })
  buildPress()
  buildApp()
  buildSite({ manuscript: specimenFolder, site: testSite })
  const browser = await chromium.launchServer(await launchOptions())
  const site = await runSite(testSite)
  provide('browserEndpoint', browser.wsEndpoint())
  provide('siteAddress', site.address)
  return async () => {
    await browser.close()
    await site.stop()
  }
}
