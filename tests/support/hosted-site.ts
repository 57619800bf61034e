import { cpSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { phone, runSite, type HostAnswer, workerIsThere } from './browser'
import { testSite } from './build-site'
import { publishVersion } from './site-version'
import { tempFolder } from './temp-folder'

/**
 * A site of the test's own in its version 1, on a host that may answer in its own way from some moment on, and a phone, which visits
 * it until the worker is at work.
 */
export const hostSite = async (browser: Browser) => {
  const folder = tempFolder()
  cpSync(testSite, folder, { recursive: true })
  publishVersion(folder, '1')
  const host: { answer: HostAnswer } = { answer: () => false }
  const site = await runSite(folder, '/', (request, response) => host.answer(request, response))
  const context = await browser.newContext(phone)
  onTestFinished(async () => {
    await context.close()
    await site.stop()
  })
  const page = await context.newPage()
  const visit = async (): Promise<void> => {
    await page.goto(site.address)
    await page.locator('.typeset .headline').first().waitFor()
    await workerIsThere(page)
  }
  return { folder, host, site, context, page, visit }
}

/** The version of the site that a page is of. */
export const versionOf = (page: Page): Promise<string | null> =>
  page.locator('meta[name="version"]').getAttribute('content', { timeout: 2000 })
