import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appIsThere, phone, runSite, watchTroubles, type RunningSite } from '../support/browser'
import { testSite } from '../support/build-site'
import { connectBrowser } from '../support/open-test-site'
import { touchesOf } from '../support/touches'

let browser: Browser
let site: RunningSite
let page: Page
let troubles: string[]

const issue = '2026-11-24'
const path = () => new URL(page.url()).pathname + new URL(page.url()).hash
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
const shown = (selector: string) => page.locator(`.opening:not(.waiting) ${selector}`)

/** Where the page on show stands: how large it is drawn, and how far it is scrolled. */
const place = () =>
  shown('.scroller').evaluate((scroller) => ({
    zoom: (scroller.querySelector('.room')?.getBoundingClientRect().width ?? 0) / scroller.clientWidth,
    left: scroller.scrollLeft,
    top: scroller.scrollTop,
    isMoving: scroller.querySelector('[data-moving]') !== null,
  }))
const zoom = async () => (await place()).zoom
/** Until nothing moves by itself any more. */
const rest = async () => {
  let before = ''
  await expect
    .poll(async () => {
      const now = await place()
      const isStill = !now.isMoving && JSON.stringify(now) === before
      before = JSON.stringify(now)
      return isStill
    })
    .toBe(true)
}
const openPage = async (no: number) => {
  await page.goto(`${site.address}${issue}/${no}`)
  await shown('.typeset .headline').first().waitFor()
  await appIsThere(page)
}

beforeAll(async () => {
  browser = await connectBrowser()
  site = await runSite(testSite)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe('fingers on a phone', () => {
  let hand: ReturnType<typeof touchesOf>

  const begin = async () => {
    page = await (await browser.newContext(phone)).newPage()
    troubles = watchTroubles(page)
    hand = touchesOf(await page.context().newCDPSession(page))
    await openPage(1)
  }
  beforeAll(begin)
  afterAll(() => page.context().close())

  it('pinch about themselves: what is between them stays there, and only the page zooms', async () => {
    const under = (x: number, y: number) =>
      shown('.room').evaluate(
        (room, [left = 0, top = 0]) => {
          const box = room.getBoundingClientRect()
          return [(left - box.left) / box.width, (top - box.top) / box.height]
        },
        [x, y],
      )
    const before = await under(200, 400)
    await hand.pinch([200, 400], 80, 240)
    await rest()
    expect(await zoom()).toBeCloseTo(3, 1)
    const after = await under(200, 400)
    expect(after[0]).toBeCloseTo(before[0] ?? 0, 2)
    expect(after[1]).toBeCloseTo(before[1] ?? 0, 2)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    expect(path()).toBe(`/${issue}/1`)
  })

  it('pan once zoomed, and turn no page', async () => {
    const before = await place()
    await hand.swipe([300, 550], [160, 410])
    await rest()
    const after = await place()
    expect(after.left).toBeGreaterThan(before.left + 60)
    expect(after.top).toBeGreaterThan(before.top + 40)
    expect(after.zoom).toBeCloseTo(before.zoom, 3)
    expect(path()).toBe(`/${issue}/1`)
  })

  // A page of its own: a browser short of time was seen to lose a touch here, and with it all that followed in that page.
  it('may begin to pinch while they pan', async () => {
    await page.context().close()
    await begin()
    await hand.pinch([200, 400], 80, 240)
    await rest()
    const before = await place()
    await hand.touch('touchStart', [200, 500])
    await hand.move(6, (share) => [[200, 500 - 80 * share]])
    await expect.poll(async () => (await place()).top).toBeGreaterThan(before.top)
    await hand.touch('touchStart', [200, 420], [260, 420])
    await hand.move(8, (share) => [
      [200 - 40 * share, 420],
      [260 + 40 * share, 420],
    ])
    await hand.touch('touchEnd')
    await rest()
    expect(await zoom()).toBeGreaterThan(before.zoom * 1.8)
    expect(await shown('.scroller').evaluate((element) => element.style.overflow)).toBe('')
  })

  it('come back to the same place and zoom from an article', async () => {
    const before = await place()
    // What is tapped looks pressed until its article is there, which may be before a look from outside would see it.
    const pressed = await shown('.scroller').evaluateHandle((scroller) => {
      const seen: EventTarget[] = []
      new MutationObserver((records) => seen.push(...records.map(({ target }) => target))).observe(scroller, {
        subtree: true,
        attributeFilter: ['data-pressed'],
      })
      return seen
    })
    await hand.tap([190, 300])
    await page.locator('#article-title').waitFor()
    expect(await pressed.evaluate(({ length }) => length)).toBeGreaterThan(0)
    await page.getByRole('button', { name: '关闭' }).tap()
    await heading('第一版').waitFor()
    expect(await place()).toEqual(before)
  })

  it('spring back to the fit when they pinch below it', async () => {
    await hand.pinch([200, 400], 300, 20)
    await rest()
    await hand.pinch([200, 400], 200, 90)
    await rest()
    expect(await zoom()).toBeCloseTo(1, 3)
    expect((await place()).left).toBe(0)
  })

  it('scroll up and down at the fit, and turn by a swipe sideways', async () => {
    await hand.swipe([200, 600], [205, 300])
    await expect.poll(async () => (await place()).top).toBeGreaterThan(100)
    expect(path()).toBe(`/${issue}/1`)
    await rest()
    await page.mouse.move(200, 300)
    await page.mouse.wheel(0, -2000)
    await expect.poll(async () => (await place()).top).toBe(0)
    await rest()
    await hand.swipe([340, 300], [60, 310])
    await heading('第二版').waitFor()
    await hand.swipe([60, 300], [340, 310])
    await heading('第一版').waitFor()
  })

  it('leave everything at rest when the screen turns, or the touch is taken away, in the middle of it', async () => {
    await openPage(2)
    await hand.touch('touchStart', [100, 300], [200, 300])
    await hand.move(3, (share) => [
      [100, 300],
      [200 + 80 * share, 300],
    ])
    await page.setViewportSize({ width: 844, height: 390 })
    await hand.touch('touchMove', [100, 300], [380, 300])
    await hand.touch('touchEnd')
    await rest()
    await page.setViewportSize({ width: 390, height: 844 })
    await hand.touch('touchStart', [300, 300])
    await hand.move(3, (share) => [[300 - 150 * share, 300]])
    await hand.touch('touchCancel')
    await rest()
    expect(path()).toBe(`/${issue}/2`)
    expect(await shown('.room > .sheet').evaluate((sheet) => [sheet.style.translate, sheet.style.scale])).toEqual([
      '',
      '',
    ])
    await hand.pinch([200, 300], 320, 40)
    await rest()
    await hand.swipe([340, 300], [60, 310])
    await heading('第三版').waitFor()
  })

  it('read an article on the printed page with one thumb, column by column and over its jumps', async () => {
    await openPage(1)
    const box = await shown('.typeset .run.body').first().boundingBox()
    await hand.doubleTap([(box?.x ?? 0) + 10, (box?.y ?? 0) + 10])
    await expect.poll(zoom).toBeGreaterThan(2)
    await rest()
    const next = shown('.guide').getByRole('button', { name: '读下一栏' })
    const seen = new Set<string>()
    for (let taps = 0; taps < 30 && !path().startsWith(`/${issue}/7`); taps++) {
      await next.tap()
      await rest()
      const { left, top } = await place()
      seen.add(`${path()} ${Math.round(left)} ${Math.round(top)}`)
    }
    expect(path()).toMatch(new RegExp(`^/${issue}/7#`))
    await expect.poll(zoom).toBeGreaterThan(2)
    await rest()
    expect([...seen].some((stop) => stop.startsWith(`/${issue}/3#`))).toBe(true)
    // From where the hand came to rest it is a column or two back to the seam.
    for (let taps = 0; taps < 4 && !path().startsWith(`/${issue}/3`); taps++) {
      await shown('.guide').getByRole('button', { name: '回上一栏' }).tap()
      await rest()
    }
    await heading('第三版').waitFor()
  })

  it('met no error on the way', () => expect(troubles).toEqual([]))
})

describe('mouse and keys at a desk', () => {
  const focusName = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id)
  beforeAll(async () => {
    page = await (await browser.newContext({ viewport: { width: 1680, height: 900 } })).newPage()
    troubles = watchTroubles(page)
    await openPage(1)
  })
  afterAll(() => page.context().close())

  it('zoom about the pointer by Ctrl and the wheel; the wheel alone scrolls', async () => {
    await page.mouse.move(300, 400)
    await page.mouse.wheel(0, 200)
    await expect.poll(async () => (await place()).top).toBeGreaterThan(100)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await expect.poll(zoom).toBeGreaterThan(2)
    await rest()
  })
  it('pan by dragging once zoomed, which opens nothing', async () => {
    const before = await place()
    await page.mouse.move(500, 600)
    await page.mouse.down()
    await page.mouse.move(400, 500, { steps: 4 })
    await page.mouse.up()
    const after = await place()
    expect(after.left - before.left).toBeCloseTo(100, -1)
    expect(after.top - before.top).toBeCloseTo(100, -1)
    expect(path()).toBe(`/${issue}/1`)
    await page.keyboard.press('0')
    await expect.poll(zoom).toBeCloseTo(1, 2)
    await rest()
  })
  it('list what the keys do, and give the focus back', async () => {
    const help = page.getByRole('button', { name: '键盘与手势' })
    await help.focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘与手势' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await focusName()).toBe('键盘与手势')
    expect(path()).toBe(`/${issue}/1`)
  })
  it('find an article in the contents, where one that jumps stands once', async () => {
    await page.getByRole('button', { name: '版面', exact: true }).click()
    const contents = page.getByRole('dialog').getByRole('navigation', { name: '本期目录' })
    await contents.getByRole('link', { name: '整张报纸 装进口袋 下转第三版、第七版' }).click()
    await heading('整张报纸 装进口袋').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
  it('go from article to article with the arrows, over to the next page, and along a jump with j', async () => {
    await page.keyboard.press('j')
    await expect.poll(path).toMatch(new RegExp(`^/${issue}/3/`))
    await heading('整张报纸 装进口袋').waitFor()
    await page.keyboard.press('j')
    await expect.poll(path).toMatch(new RegExp(`^/${issue}/7/`))
    await page.keyboard.press('j')
    await expect.poll(path).toMatch(new RegExp(`^/${issue}/1/`))
    const first = path()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await expect.poll(path).not.toBe(first)
    for (let steps = 0; steps < 20 && path().startsWith(`/${issue}/1/`); steps++) {
      const before = path()
      await page.keyboard.press('ArrowRight')
      await expect.poll(path).not.toBe(before)
    }
    expect(path()).toMatch(new RegExp(`^/${issue}/2/`))
    await page.keyboard.press('Escape')
    await expect.poll(path).toBe(`/${issue}/2`)
  })
  it('lay two pages side by side, and turn them by pairs', async () => {
    await page.getByRole('button', { name: '双版' }).click()
    await expect.poll(() => shown('.sheet-page').count()).toBe(2)
    expect(await shown('.room').getAttribute('aria-label')).toBe('第二版 读版 第三版 离线')
    await page.keyboard.press('ArrowRight')
    await expect.poll(path).toBe(`/${issue}/4`)
    await page.keyboard.press('Home')
    await expect.poll(() => shown('.sheet-page').count()).toBe(1)
    await page.getByRole('button', { name: '双版' }).click()
  })
  it('open at once by a click', async () => {
    await shown('.typeset .headline').first().click()
    await page.locator('#article-title').waitFor()
    expect(await page.locator('[data-pressed]').count()).toBe(0)
  })
  it('met no error on the way', () => expect(troubles).toEqual([]))
})
