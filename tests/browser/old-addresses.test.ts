import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { forwardOldAddresses } from '@/press/commands/old-addresses'
import { phone, runSite, watchTroubles, workerIsThere } from '../support/browser'
import { specimenFolder, testSite } from '../support/build-site'
import { connectBrowser } from '../support/open-test-site'
import { quietContext } from '../support/quiet-context'

let browser: Browser
beforeAll(async () => {
  browser = await connectBrowser()
})
afterAll(() => browser.close())

/** The specimen's site, which took over from an e-paper of classic form; without nginx or Caddy, from plain files. */
const forwarded = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-addresses-'))
  const site = join(folder, 'site')
  cpSync(testSite, site, { recursive: true })
  const paper = readFileSync(join(specimenFolder, 'paper.yaml'), 'utf8')
  writeFileSync(
    join(folder, 'paper.yaml'),
    `${paper}old_addresses: ['/html/{year}-{month}/{day}/node_{page}.htm', '/html/{year}-{month}/{day}/content_{article}.htm']\n`,
  )
  await forwardOldAddresses({ folder, site, stubs: true, address: 'http://localhost/' }, quietContext())
  const running = await runSite(site)
  onTestFinished(async () => {
    await running.stop()
    rmSync(folder, { recursive: true })
  })
  return running.address
}

describe('an old address on a server of plain files', () => {
  it.each([true, false])('opens the page that took over, with JavaScript %s', async (javaScriptEnabled) => {
    const address = await forwarded()
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const troubles = watchTroubles(page)
    await page.goto(`${address}html/2026-11/24/node_2.htm?v=1`)
    await page.waitForURL(`${address}2026-11-24/2`)
    await page.locator('.typeset .headline').first().waitFor()
    expect(troubles).toEqual([])
  })

  it('opens it for somebody whose browser has the app already', async () => {
    const address = await forwarded()
    const context = await browser.newContext(phone)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(address)
    await workerIsThere(page)
    await page.goto(`${address}html/2026-11/24/node_2.htm`)
    await page.waitForURL(`${address}2026-11-24/2`)
    await page.locator('.opening:not(.waiting) .typeset .headline').first().waitFor()
  })
})
