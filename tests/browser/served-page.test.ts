import { describe, expect, it, onTestFinished } from 'vitest'
import { phone } from '../support/browser'
import { countLaidOut } from '../support/laid-out'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()

describe('a page that came as HTML', () => {
  it('is laid out frame by frame: what stands around it, its first article, the others', async () => {
    const context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.route('**/*.js', (route) => route.abort())
    const laidOut = await countLaidOut(page)
    await page.goto(`${shared.address}2026-11-24/1`)
    const regions = await page.locator('.typeset .region').count()
    expect(regions).toBeGreaterThan(3)
    await expect.poll(async () => (await laidOut()).at(-1)).toBe(regions)
    expect((await laidOut()).slice(0, 2)).toEqual([0, 1])
    expect(await page.locator('.typeset .region').last().innerText()).not.toBe('')
  })
})
