import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appIsThere, phone, watchTroubles } from '../support/browser'
import { howMany } from '../support/how-many'
import { openTestSite } from '../support/open-test-site'
import { touchesOf, type Spot } from '../support/touches'

const issue = '2026-11-24'
const shared = openTestSite()

const patiently = { timeout: 20_000 }

/** Times slower than the machine. */
const rates = [4, 6].slice(0, howMany(1, 2))

describe.each(rates)('real touches on a phone whose processor is %i times slower', (rate) => {
  let context: BrowserContext
  let page: Page
  let hand: ReturnType<typeof touchesOf>
  let troubles: string[]

  const swipe = (from: number, to: number) => hand.swipe([from, 450], [to, 450])
  const pinch = (from: number, to: number) => hand.pinch([195, 420], from, to)

  const path = (): string => new URL(page.url()).pathname
  const place = () =>
    page.locator('.opening:not(.waiting) .scroller').evaluate((scroller) => ({
      zoom: (scroller.querySelector('.room')?.getBoundingClientRect().width ?? 0) / scroller.clientWidth,
      left: scroller.scrollLeft,
      isMoving: scroller.querySelector('[data-moving]') !== null,
      track: document.querySelector('.track')?.getBoundingClientRect().left,
    }))
  /** Until nothing moves by itself; then where the page stands. */
  const rest = async () => {
    let before = ''
    await expect
      .poll(async () => {
        const now = JSON.stringify(await place())
        const isStill = !now.includes('"isMoving":true') && now === before
        before = now
        return isStill
      }, patiently)
      .toBe(true)
    return place()
  }
  /** A tap waits for a second one; when the page has had time to close that window, what was meant has happened. */
  const tapsAreOver = () => page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  const isOn = (no: number) => page.waitForURL(new RegExp(`/${issue}/${no}$`), patiently)

  beforeEach(async () => {
    context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
    page = await context.newPage()
    troubles = watchTroubles(page)
    const client = await context.newCDPSession(page)
    hand = touchesOf(client)
    await page.goto(`${shared.address}${issue}/2`)
    await appIsThere(page)
    await client.send('Emulation.setCPUThrottlingRate', { rate })
  })
  afterEach(async () => {
    await context.close()
    expect(troubles).toEqual([])
  })

  it('a double tap zooms to the column, and opens no article', async () => {
    await hand.doubleTap([100, 430])
    await expect.poll(async () => (await place()).zoom, patiently).toBeGreaterThan(1.5)
    await tapsAreOver()
    expect((await rest()).zoom).toBeGreaterThan(1.5)
    expect(path()).toBe(`/${issue}/2`)
    await hand.doubleTap([195, 430])
    await expect.poll(async () => (await place()).zoom, patiently).toBeCloseTo(1, 2)
    await tapsAreOver()
    expect(path()).toBe(`/${issue}/2`)
  })

  it('a single tap opens the article under it, and zooms nothing', async () => {
    const link = page.locator('.opening:not(.waiting) .typeset a.headline').first()
    const box = await link.boundingBox()
    await hand.tap([(box?.x ?? 0) + 20, (box?.y ?? 0) + 10])
    await page.waitForURL(/\/2\/\w+$/, patiently)
    expect((await place()).zoom).toBeCloseTo(1, 2)
  })

  it('a pinch zooms by as much as the fingers parted', async () => {
    await pinch(90, 225)
    expect((await rest()).zoom).toBeCloseTo(2.5, 1)
    expect(path()).toBe(`/${issue}/2`)
  })

  it('a swipe turns to the next page, a swipe back to the one before, and neither opens anything', async () => {
    await swipe(330, 60)
    await isOn(3)
    await rest()
    await swipe(60, 330)
    await isOn(2)
    await tapsAreOver()
    expect(path()).toBe(`/${issue}/2`)
    expect((await rest()).track).toBeDefined()
  })

  it('two swipes in a hurry turn two pages', async () => {
    await swipe(330, 60)
    await swipe(330, 60)
    await isOn(4)
    await rest()
    const title = await page.locator('#page-title').textContent()
    expect(title).toContain('第四版')
  })

  it.each([
    ['in the moment in which the finger lifts, while the old page is still under it', 0],
    ['before the pages are at rest', 100],
    ['after that', 400],
  ])(
    'a tap after a swipe, %s, opens the article of the page that came in; the other pages are out of reach',
    async (_, pauseMs) => {
      const headline = page.locator('.opening[data-lead="3"] .typeset a.headline').first()
      await headline.waitFor()
      const box = await headline.boundingBox()
      const screenWidth = page.viewportSize()?.width ?? 0
      await hand.touch('touchStart', [330, 450])
      await hand.move(6, (share) => [[330 - 270 * share, 450]])
      const lifted = hand.touch('touchEnd')
      if (pauseMs > 0) await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), pauseMs)
      await hand.tap([(box?.x ?? 0) - screenWidth + 20, (box?.y ?? 0) + 10])
      await lifted
      await page.waitForURL(/\/3\/\w+$/, patiently)
      const open = page.locator('.opening:not([inert])')
      await expect
        .poll(() => open.evaluateAll((all) => all.map((one) => one.getAttribute('data-lead'))), patiently)
        .toEqual(['3'])
    },
  )

  it('a swipe that goes back on its way turns nothing, and the page lies where it lay', async () => {
    const before = await rest()
    await hand.touch('touchStart', [330, 450])
    await hand.move(4, (share) => [[330 - 150 * share, 450]])
    await hand.move(4, (share) => [[180 + 145 * share, 450]])
    await hand.touch('touchEnd')
    const after = await rest()
    await tapsAreOver()
    expect(path()).toBe(`/${issue}/2`)
    expect(after.track).toBe(before.track)
  })

  it('a swipe while the page still zooms moves in the page, and turns none', async () => {
    await hand.doubleTap([100, 430])
    await expect.poll(async () => (await place()).zoom, { ...patiently, interval: 10 }).toBeGreaterThan(1.1)
    await swipe(330, 60)
    await tapsAreOver()
    // The finger may have caught the page on its way.
    expect((await rest()).zoom).toBeGreaterThan(1.1)
    expect(path()).toBe(`/${issue}/2`)
  })

  it('a page that was left zoomed does not hide the neighbours of the next', async () => {
    const hidden = () =>
      page
        .locator('.opening.waiting')
        .evaluateAll((all) => all.filter((one) => getComputedStyle(one).contentVisibility === 'hidden').length)
    await page.locator('.opening.waiting').nth(1).waitFor({ state: 'attached' })
    await hand.doubleTap([100, 430])
    await expect.poll(async () => (await place()).zoom, patiently).toBeGreaterThan(1.5)
    await expect.poll(hidden, patiently).toBe(2)
    await page.keyboard.press('PageDown')
    await isOn(3)
    await expect.poll(hidden, patiently).toBe(0)
  })

  it('a third finger, and one that leaves the screen, end in a page at rest', async () => {
    const two: Spot[] = [
      [120, 420],
      [270, 420],
    ]
    await hand.touch('touchStart', ...two)
    await hand.move(3, (share) => [
      [120 - 40 * share, 420],
      [270 + 40 * share, 420],
    ])
    await hand.touch('touchStart', [80, 420], [310, 420], [200, 600])
    await hand.touch('touchMove', [70, 420], [320, 420], [200, 590])
    await hand.touch('touchCancel')
    const { zoom } = await rest()
    expect(zoom).toBeGreaterThanOrEqual(1)
    await tapsAreOver()
    expect(path()).toBe(`/${issue}/2`)
    // And the next gesture is understood.
    await pinch(200, 60)
    expect((await rest()).zoom).toBeCloseTo(1, 2)
  })

  it('the screen turned in the middle of a pinch leaves the same page, at rest', async () => {
    await hand.touch('touchStart', [150, 420], [240, 420])
    await hand.move(3, (share) => [
      [150 - 40 * share, 420],
      [240 + 40 * share, 420],
    ])
    await page.setViewportSize({ width: 844, height: 390 })
    await hand.touch('touchEnd')
    const turned = await rest()
    expect(turned.zoom).toBeGreaterThanOrEqual(1)
    expect(path()).toBe(`/${issue}/2`)
    await page.setViewportSize({ width: 390, height: 844 })
    await rest()
    expect(path()).toBe(`/${issue}/2`)
  })
})
