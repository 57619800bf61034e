import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, shownHeadline } from '../support/browser'
import { touchesOf } from '../support/touches'
import { handheld, hardScreens, issue, lead, openViews, testNothingIsCut } from '../support/uncut-views'

const { opened, visit, open, openPage, openArticle, views } = openViews()
testNothingIsCut({ visit, views }, hardScreens)

describe('大字', () => {
  const isElder = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-elder')
  it.each(views)('is one tap away in %s, and taken back by another', async (_, show) => {
    const page = await visit(handheld(360, 800))
    await show(page)
    const button = page.getByRole('button', { name: '大字' }).filter({ visible: true })
    await button.tap()
    await expect.poll(() => isElder(page)).toBe('on')
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
    await button.tap()
    await expect.poll(() => isElder(page)).toBe('off')
    await button.tap()
    await expect.poll(() => isElder(page)).toBe('on')
    await page.reload()
    expect(await isElder(page)).toBe('on')
  })
})

describe('the names of the tools', () => {
  it('stand under every icon of a page and an article, on a phone as it comes', async () => {
    const page = await visit(handheld(360, 800))
    for (const show of [openPage, openArticle]) {
      await show(page)
      const nameless = await page.locator('.top .tool, .top .button, .bar .tool, .tools .tool').evaluateAll((tools) =>
        tools
          .filter((tool) => tool.checkVisibility({ visibilityProperty: true }) && !tool.closest('.hint'))
          .filter((tool) => !tool.ariaHidden && getComputedStyle(tool, '::after').content === 'none')
          .filter((tool) => !/\p{Script=Han}{2}/u.test(tool.textContent ?? ''))
          .map(({ outerHTML }) => outerHTML),
      )
      expect(nameless).toEqual([])
    }
  })
})

describe('the line 点哪篇，读哪篇', () => {
  const line = (page: Page) => page.getByText('点哪篇，读哪篇')
  it('is not in the page that was drawn, and moves nothing when it comes', async () => {
    const page = await visit(handheld(360, 800))
    const html = await (await page.request.get(opened.address + `${issue}/1`)).text()
    expect(html).not.toContain('点哪篇，读哪篇。')
    await page.goto(`${opened.address}${issue}/1`)
    const sheetTop = () =>
      page
        .locator(shownHeadline)
        .first()
        .evaluate((one) => one.getBoundingClientRect().top)
    const before = await sheetTop()
    await line(page).waitFor()
    expect(await sheetTop()).toBe(before)
  })
  it('is gone for good once an article was opened', async () => {
    const page = await visit(handheld(360, 800))
    await openPage(page)
    await line(page).waitFor()
    await page.locator(shownHeadline).first().tap()
    await page.locator('#article-title').waitFor()
    await page.evaluate(() => localStorage.removeItem('banmian:last-read'))
    await page.getByRole('button', { name: '关闭' }).tap()
    await openPage(page)
    await page.locator('.opening.waiting').first().waitFor({ state: 'attached' })
    expect(await line(page).count()).toBe(0)
  })
  it('is gone for good once it was closed', async () => {
    const page = await visit(handheld(360, 800))
    await openPage(page)
    await page.getByRole('button', { name: '知道了' }).tap()
    await openPage(page)
    await page.locator('.opening.waiting').first().waitFor({ state: 'attached' })
    expect(await line(page).count()).toBe(0)
  })
})

describe('the bars of a phone', () => {
  /** Of what is displayed, how much is on the screen. */
  const seen = (page: Page, bar: string): Promise<number> =>
    page
      .locator(bar)
      .first()
      .evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0))
      })
  const scrollers = { page: '.opening:not(.waiting) .scroller', article: '.article-pane' }
  const places = [
    ['a page', (page: Page) => openPage(page), scrollers.page, ['.top', '.page-pane > .foot'], '.articles .title'],
    ['an article', (page: Page) => openArticle(page), scrollers.article, ['.bar'], '.blocks p'],
  ] as const
  it.each(places)('go while somebody reads down %s, return on the way up, and move no text', async (...row) => {
    const [, show, scroller, bars, text] = row
    const page = await visit(handheld(360, 560))
    await show(page)
    await page.locator('[data-bars]').waitFor()
    const hand = touchesOf(await page.context().newCDPSession(page))
    for (const bar of bars) expect(await seen(page, bar)).toBeGreaterThan(40)
    const placeOf = () =>
      page
        .locator(scroller)
        .evaluate((one, words) => (one.querySelector(words)?.getBoundingClientRect().top ?? 0) + one.scrollTop, text)
    const before = await placeOf()
    await hand.swipe([180, 400], [180, 200])
    for (const bar of bars) await expect.poll(() => seen(page, bar)).toBe(0)
    expect(Math.abs((await placeOf()) - before)).toBeLessThan(1)
    await hand.swipe([180, 250], [180, 300])
    for (const bar of bars) await expect.poll(() => seen(page, bar)).toBeGreaterThan(40)
    expect(Math.abs((await placeOf()) - before)).toBeLessThan(1)
  })
  it.each(places)('stay over %s while a key scrolls, and come to the focus', async (...row) => {
    const [, show, scroller, bars] = row
    const page = await visit(handheld(360, 560))
    await show(page)
    const [bar = ''] = bars
    await page.locator('[data-bars]').waitFor()
    await page.keyboard.press('Shift')
    await page.locator(scroller).evaluate((one) => one.scrollBy({ top: 250, behavior: 'instant' }))
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(await seen(page, bar)).toBeGreaterThan(40)
    const hand = touchesOf(await page.context().newCDPSession(page))
    const readOn = async (): Promise<number> => {
      await hand.swipe([180, 400], [180, 340])
      return seen(page, bar)
    }
    await expect.poll(readOn).toBe(0)
    await page.locator(`${bar} .tool`).filter({ visible: true }).first().focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => seen(page, bar)).toBeGreaterThan(40)
  })
})

describe('the first screen of an article', () => {
  it.each([
    ['on three pages, with a picture', lead],
    ['on two pages', `${issue}/1/y3fqvc`],
    ['on one page', `${issue}/1/2fru33`],
    ['of another page', `${issue}/4`],
  ])('%s has its title, byline, places in one line, and the first lines of text', async (_, path) => {
    const page = await visit(handheld(360, 640))
    if (path === `${issue}/4`) {
      await openPage(page, path)
      await page.locator(shownHeadline).first().tap()
      await page.locator('.blocks p').first().waitFor()
    } else await openArticle(page, path)
    const seen = await page.evaluate(() => {
      const bottomOf = (selector: string): number =>
        document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0
      const range = document.createRange()
      const first = document.querySelector('.blocks > p')
      if (first) range.selectNodeContents(first)
      const lines = [...new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))]
      const places = [...document.querySelectorAll('.facts a.page')].map((one) => one.getBoundingClientRect().top)
      return {
        title: bottomOf('#article-title'),
        byline: bottomOf('.byline'),
        secondLine: lines[1] ?? lines[0] ?? Infinity,
        rows: new Set(places).size,
      }
    })
    expect(seen.rows).toBe(1)
    expect(seen.title).toBeLessThan(640)
    expect(seen.byline).toBeLessThan(640)
    expect(seen.secondLine).toBeLessThanOrEqual(640)
  })
})

describe('a wide screen', () => {
  const widthOf = (page: Page, selector: string): Promise<number> =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => one.getBoundingClientRect().width)
  it('has a narrow list, and the article beside the page', async () => {
    for (const width of [1024, 1440, 2200]) {
      const page = await visit({ viewport: { width, height: 900 } })
      await openPage(page)
      expect(await widthOf(page, '.aside')).toBeLessThanOrEqual(320)
      await page.locator(shownHeadline).first().click()
      await page.locator('#article-title').waitFor()
      expect(await widthOf(page, '.article-pane')).toBeGreaterThan(380)
      expect(await widthOf(page, '.page-pane')).toBeGreaterThan(width / 2)
    }
  })
  it('shows the page at its width or whole, as was chosen, before the app is there too', async () => {
    const page = await visit(desk)
    await openPage(page)
    const sheet = '.opening:not(.waiting) .room'
    const box = () => page.locator(sheet).evaluate((one) => one.getBoundingClientRect().toJSON())
    const room = await widthOf(page, '.stack')
    expect(await widthOf(page, sheet)).toBeGreaterThan(room * 0.95)
    await page.getByRole('button', { name: '整版' }).click()
    const stack = () => page.locator('.stack').evaluate((one) => one.getBoundingClientRect().toJSON())
    const around = await stack()
    await expect.poll(async () => (await box()).height).toBeLessThanOrEqual(around.height + 1)
    const whole = await box()
    expect(whole.height).toBeGreaterThan(around.height * 0.98)
    expect(Math.abs(whole.left + whole.right - around.left - around.right)).toBeLessThan(3)
    const context = await opened.browser.newContext({
      ...desk,
      storageState: await page.context().storageState(),
    })
    const later = await context.newPage()
    await later.route(/assets\/index-.*\.js/, (route) => route.abort())
    await later.goto(`${opened.address}${issue}/1`)
    const drawn = await later
      .locator('.room')
      .first()
      .evaluate((one) => one.getBoundingClientRect().toJSON())
    expect(Math.abs(drawn.height - whole.height)).toBeLessThan(2)
    expect(Math.abs(drawn.left - whole.left)).toBeLessThan(2)
    await page.getByRole('button', { name: '整版' }).click()
    await expect.poll(() => widthOf(page, sheet)).toBeGreaterThan(room * 0.95)
  })
})

describe('a thumbnail', () => {
  it('has the titles and pictures of its page at their places, in few elements', async () => {
    const page = await visit(handheld(360, 800))
    await openPage(page)
    await page.getByRole('button', { name: '版面', exact: true }).tap()
    const thumbs = page.locator('dialog .thumb')
    await expect.poll(() => thumbs.first().locator('text').allTextContents()).toContain('整张报纸 装进口袋')
    const first = await thumbs.first().evaluate((thumb) => {
      const { left, top, width, height } = thumb.getBoundingClientRect()
      const share = (one: Element | null): readonly number[] => {
        const box = one?.getBoundingClientRect()
        return box ? [(box.left - left) / width, (box.top - top) / height, (box.bottom - top) / height] : []
      }
      const lead = [...thumb.querySelectorAll('text')].find((one) => one.textContent?.includes('装进口袋')) ?? null
      return {
        elements: thumb.querySelectorAll('*').length,
        lead: share(lead),
        pictures: share(thumb.querySelector('.picture')),
      }
    })
    expect(first.elements).toBeLessThanOrEqual(16)
    const printed = await page.locator('.opening:not(.waiting) div.sheet').evaluate((sheet) => {
      const { left, top, width, height } = sheet.getBoundingClientRect()
      const lines = [...(sheet.querySelector('.headline')?.querySelectorAll('.line') ?? [])]
      const boxes = lines.flatMap((line) => {
        const range = document.createRange()
        range.selectNodeContents(line)
        return [...range.getClientRects()]
      })
      const from = Math.min(...boxes.map((box) => box.left))
      const [upper, lower] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))]
      return [(from - left) / width, (upper - top) / height, (lower - top) / height]
    })
    for (const [index, at] of printed.entries())
      expect(Math.abs((first.lead[index] ?? 9) - at), `${index}`).toBeLessThan(0.05)
    expect(first.pictures[1]).toBeGreaterThan(first.lead[1] ?? 1)
  })

  it('of its front page stands for each issue of a month in the calendar, and leads to it', async () => {
    const page = await visit(handheld(360, 800))
    await open(page, 'calendar/2026/11', '.fronts a')
    const front = page.locator('.fronts a').first()
    expect(await front.locator('.lead').textContent()).toBe('整张报纸 装进口袋')
    await front.scrollIntoViewIfNeeded()
    await expect.poll(() => front.locator('.thumb text').allTextContents()).toContain('整张报纸 装进口袋')
    await front.tap()
    await page.locator(shownHeadline).first().waitFor()
    expect(new URL(page.url()).pathname).toBe(`/${issue}/1`)
  })
})

describe('the library', () => {
  it.each([1, 2, 3])('begins with the bookmarks, of which there are %i', async (count) => {
    const page = await visit(handheld(360, 800))
    for (const id of ['tpttnf', 'y3fqvc', '2fru33'].slice(0, count)) {
      await openArticle(page, `${issue}/1/${id}`)
      await page.getByRole('button', { name: '书签' }).tap()
      await expect.poll(() => page.getByRole('button', { name: '书签' }).getAttribute('aria-pressed')).toBe('true')
    }
    await open(page, 'library', '.places')
    expect(await page.locator('h2').first().textContent()).toBe('书签')
    expect(await page.locator('.places').first().locator('.title').count()).toBe(count)
  })
})

describe('返回 in the settings', () => {
  const back = (page: Page) => page.getByRole('button', { name: '返回' }).click()
  const path = (page: Page) => new URL(page.url()).pathname
  it.each([`${issue}/3`, lead, 'library'])(
    'leads back to /%s, whose link was followed before the app was there',
    async (from) => {
      const page = await visit(desk)
      await page.goto(opened.address + from)
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement('a'), { href: to })
        document.body.append(link)
        link.click()
      }, `${opened.address}settings`)
      await page.locator('fieldset').first().waitFor()
      await back(page)
      await expect.poll(() => path(page)).toBe(`/${from}`)
    },
  )
  it('leads to the newest issue for who came from nowhere', async () => {
    const page = await visit(desk)
    await open(page, 'settings', 'fieldset')
    await back(page)
    await expect.poll(() => path(page)).toBe('/')
    await page.locator(shownHeadline).first().waitFor()
  })
})
