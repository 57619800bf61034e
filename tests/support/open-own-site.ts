import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { runSite, type RunningSite } from './browser'
import { buildSite } from './build-site'
import { connectBrowser } from './open-test-site'
import { writeManuscript } from './write-manuscript'

/** A site of a test's own manuscript, in the browser that all share. */
export interface OwnSite {
  /** Address of a page or an article of its issue: `1`, `2/abc123`. */
  readonly addressOf: (place: string) => string
  /** A page of a reader of its own, which closes with the test. */
  readonly visit: (options: BrowserContextOptions, place: string) => Promise<Page>
}

/** Builds the site before the tests of a file, and serves it until they end. */
export const openOwnSite = (files: () => Promise<Readonly<Record<string, string | Uint8Array>>>): OwnSite => {
  let folder: string
  let browser: Browser
  let site: RunningSite
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'own-site-'))
    writeManuscript(join(folder, 'manuscript'), await files())
    buildSite({ manuscript: join(folder, 'manuscript'), site: join(folder, 'site') })
    browser = await connectBrowser()
    site = await runSite(join(folder, 'site'))
  })
  afterAll(async () => {
    await browser.close()
    await site.stop()
    rmSync(folder, { recursive: true })
  })
  const addressOf = (place: string): string => `${site.address}2026-11-24/${place}`
  return {
    addressOf,
    visit: async (options, place) => {
      const context = await browser.newContext(options)
      onTestFinished(() => context.close())
      const page = await context.newPage()
      await page.goto(addressOf(place))
      return page
    },
  }
}
