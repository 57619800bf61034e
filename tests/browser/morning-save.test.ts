import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { morningSaveTag } from '@/library/worker-names'
import { phone, runSite, shownHeadline } from '../support/browser'
import { testSite } from '../support/build-site'
import { connectBrowser } from '../support/open-test-site'

/** The worker's registration, as the browser's tools call it. */
const registrationOf = (client: CDPSession): Promise<string> =>
  new Promise((resolve) => {
    client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations.filter(({ isDeleted }) => !isDeleted)
      if (found) resolve(found.registrationId)
    })
    void client.send('ServiceWorker.enable')
  })

it('saves the newest issue while no page of the paper is open, where the person wants that', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'morning-'))
  cpSync(testSite, folder, { recursive: true })
  const site = await runSite(folder)
  const browser = await connectBrowser()
  onTestFinished(async () => {
    await browser.close()
    await site.stop()
    rmSync(folder, { recursive: true })
  })
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.goto(`${site.address}library`)
  await page.getByRole('radio', { name: '总是存（可能用手机流量）' }).first().check()
  await page.evaluate(() => navigator.serviceWorker.ready)
  // A file of the site is no page of the reader: nothing there saves anything, and it can look into the database.
  await page.goto(`${site.address}data/catalog.json`)
  const savedIssues = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('banmian-library')
          opening.onerror = () => reject(new Error('the library does not open'))
          opening.onsuccess = () => {
            const count = opening.result.transaction('issues').objectStore('issues').count()
            count.onsuccess = () => {
              opening.result.close()
              resolve(count.result)
            }
          }
        }),
    )
  expect(await savedIssues()).toBe(0)

  const client = await context.newCDPSession(page)
  const registrationId = await registrationOf(client)
  const origin = new URL(site.address).origin
  await client.send('ServiceWorker.dispatchPeriodicSyncEvent', { origin, registrationId, tag: morningSaveTag })
  await expect.poll(savedIssues, { timeout: 30_000 }).toBe(1)

  // The app's icon says that one waits to be read, and no more once it is open.
  await context.addInitScript(() => {
    const badges: number[] = []
    Reflect.set(window, 'badges', badges)
    navigator.setAppBadge = async (count = 0) => void badges.push(count)
    navigator.clearAppBadge = async () => void badges.push(0)
  })
  const badges = () => page.evaluate(() => Reflect.get(window, 'badges'))
  await page.goto(`${site.address}library`)
  await expect.poll(badges).toContain(1)
  await site.stop()
  await page.goto(`${site.address}2026-11-24/1`)
  await page.locator(shownHeadline).first().waitFor()
  await expect.poll(badges).toEqual([0])
})
