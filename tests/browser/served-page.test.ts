import { describe, expect, it, onTestFinished } from 'vitest'
import { phone } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()

declare global {
  interface Window {
    /** How many articles of the page were laid out, frame by frame; a number that comes again is left out. */
    laidOut?: number[]
  }
}

describe('a page that came as HTML', () => {
  it('is laid out frame by frame: what stands around it, its first article, the others', async () => {
    const context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.route('**/*.js', (route) => route.abort())
    await page.addInitScript(() => {
      const counts: number[] = (window.laidOut = [])
      const count = (): void => {
        const firsts = [...document.querySelectorAll('.typeset .region > :first-child')]
        const shown = firsts.filter((first) => first.checkVisibility()).length
        if (firsts.length > 0 && counts.at(-1) !== shown) counts.push(shown)
        requestAnimationFrame(count)
      }
      requestAnimationFrame(count)
    })
    await page.goto(`${shared.address}2026-11-24/1`)
    const regions = await page.locator('.typeset .region').count()
    expect(regions).toBeGreaterThan(3)
    const laidOut = () => page.evaluate(() => window.laidOut)
    await expect.poll(async () => (await laidOut())?.at(-1)).toBe(regions)
    expect((await laidOut())?.slice(0, 2)).toEqual([0, 1])
    expect(await page.locator('.typeset .region').last().innerText()).not.toBe('')
  })
})
