import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { appIsThere, phone, watchTroubles, shownHeadline } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const opened = openTestSite()
afterEach(async () => {
  for (const context of opened.browser.contexts()) await context.close()
})

/** A browser of one's own, with what is stored in it from an earlier visit. */
const visit = async (stored?: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await opened.browser.newContext({ ...phone, serviceWorkers: 'block', ...options })
  if (stored !== undefined)
    await context.addInitScript((value) => {
      if (localStorage.getItem('banmian:settings') === null) localStorage.setItem('banmian:settings', value)
    }, stored)
  return context.newPage()
}
const open = async (page: Page, path: string, selector: string): Promise<void> => {
  await page.goto(opened.address + path)
  await page.locator(selector).first().waitFor()
}
const openArticle = async (page: Page): Promise<void> => {
  await open(page, '2026-11-24/4', shownHeadline)
  await page.locator(shownHeadline).first().click()
  await page.locator('.blocks p').first().waitFor()
}
const look = (page: Page) =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset['theme'],
    paper: getComputedStyle(document.body).backgroundColor,
    bar: document.querySelector('meta[name="theme-color"]')?.getAttribute('content'),
  }))
const sizeOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

describe('what was set', () => {
  it('stands before the app has run: its script is never answered', async () => {
    const page = await visit('{"theme":"sepia","size":"largest"}')
    await page.route(/assets\/(index|first)-.*\.js/, (route) => route.abort())
    await page.goto(opened.address)
    expect(await look(page)).toEqual({ theme: 'sepia', paper: 'rgb(242, 230, 205)', bar: '#f2e6cd' })
    expect(await page.locator('html').getAttribute('data-size')).toBe('largest')
  })

  it.each(['{"theme":"da', '[]', '"dark"', 'null', '{"theme":{"a":1},"size":-1}'])(
    'is as if nothing were set where %s is stored, and nothing breaks',
    async (stored) => {
      const page = await visit(stored)
      const troubles = watchTroubles(page)
      await open(page, 'settings', 'fieldset')
      expect((await look(page)).theme).toBe('light')
      expect(await page.getByRole('radio', { name: '自动' }).first().isChecked()).toBe(true)
      expect(troubles).toEqual([])
    },
  )

  it('follows the device as long as nothing else was chosen', async () => {
    const page = await visit(undefined, { colorScheme: 'dark' })
    await open(page, 'settings', 'fieldset')
    expect((await look(page)).theme).toBe('dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => look(page)).toMatchObject({ theme: 'light' })
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more', reducedMotion: 'reduce' })
    await expect.poll(() => look(page)).toMatchObject({ theme: 'contrast' })
    await expect.poll(() => page.locator('html').getAttribute('data-motion')).toBe('less')
    await page.getByRole('radio', { name: '夜间' }).check({ force: true })
    expect((await look(page)).theme).toBe('dark')
  })

  it('is kept, seen in other tabs at once, and taken back by 恢复默认', async () => {
    const page = await visit()
    await open(page, 'settings', 'fieldset')
    const other = await page.context().newPage()
    await open(other, 'settings', 'fieldset')
    await page.getByRole('radio', { name: '米黄' }).check({ force: true })
    await page.getByRole('checkbox', { name: '长辈版' }).check()
    await expect.poll(() => look(other)).toMatchObject({ theme: 'sepia' })
    await expect.poll(() => other.getByRole('checkbox', { name: '长辈版' }).isChecked()).toBe(true)
    await other.reload()
    expect((await look(other)).theme).toBe('sepia')
    await page.getByRole('button', { name: '恢复默认' }).click()
    expect((await look(page)).theme).toBe('light')
    await expect.poll(() => other.getByRole('checkbox', { name: '长辈版' }).isChecked()).toBe(false)
  })
})

describe('the panel 字 over an article', () => {
  it('is worked by keyboard: the text grows to 30 px, the sheet does not; Escape closes it alone', async () => {
    const page = await visit()
    await openArticle(page)
    const sheetSize = await page
      .locator('.opening:not(.waiting) .typeset .run')
      .first()
      .evaluate((run) => run.innerHTML.length)
    const button = page.getByRole('button', { name: '字号和颜色' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Tab')
    for (const size of [21, 25, 30]) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => sizeOf(page, '.blocks p')).toBe(size)
    }
    expect(
      await page
        .locator('.opening:not(.waiting) .typeset .run')
        .first()
        .evaluate((run) => run.innerHTML.length),
    ).toBe(sheetSize)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('#article-title').count()).toBe(1)
  })
})

describe('长辈版', () => {
  it('keeps the figures of the guideline: type, lines, paragraphs, targets', async () => {
    const page = await visit('{"elder":"on"}')
    await openArticle(page)
    const text = await page
      .locator('.blocks > p')
      .first()
      .evaluate((paragraph) => {
        const style = getComputedStyle(paragraph)
        return [style.fontSize, style.lineHeight, style.marginBlockEnd].map((length) => Number.parseFloat(length))
      })
    const [size = 0, line = 0, gap = 0] = text
    expect(size).toBeGreaterThanOrEqual(18)
    expect(line / size).toBeGreaterThanOrEqual(1.3)
    expect(gap / line).toBeGreaterThanOrEqual(1.3)
    const small = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.tool, .button, .articles a, label, .seam a')]
          .map((element) => ({ name: element.textContent || element.ariaLabel, box: element.getBoundingClientRect() }))
          .filter(({ box, name }) => name && box.width > 0 && (box.width < 60 || box.height < 60))
          .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
      )
    expect(await small()).toEqual([])
    await page.getByRole('button', { name: '关闭' }).click()
    expect(await small()).toEqual([])
    expect(await sizeOf(page, '.articles .title')).toBeGreaterThanOrEqual(18)
    expect(await sizeOf(page, '.tools .tool')).toBeGreaterThanOrEqual(18)
    await open(page, 'settings', 'fieldset')
    expect(await small()).toEqual([])
  })

  it('writes the name of every sign under it', async () => {
    const page = await visit('{"elder":"on"}')
    await open(page, '2026-11-24/1', shownHeadline)
    const named = await page
      .getByRole('link', { name: '设置' })
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(named).toBe('"设置"')
  })
})

describe('a narrow or enlarged screen', () => {
  const sideways = (page: Page) =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.article-pane, .below .articles, main:not(.page-pane)')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ className, scrollWidth, clientWidth }) => `${className} ${scrollWidth} > ${clientWidth}`),
    )
  it.each([
    ['at 400 %, 320 px wide', { viewport: { width: 320, height: 640 } }, '{}', '100%'],
    [
      'at 320 px in 长辈版 with the largest type',
      { viewport: { width: 320, height: 640 } },
      '{"elder":"on","size":"largest"}',
      undefined,
    ],
    ['with the device’s type at 200 %', {}, '{}', '200%'],
  ] as const)('never scrolls sideways %s', async (_, options, stored, type) => {
    const page = await visit(stored, options)
    const enlarge = () => page.evaluate((to) => void (to && (document.documentElement.style.fontSize = to)), type)
    for (const path of ['settings', 'library', '2026-11-24/1']) {
      await open(page, path, path.endsWith('1') ? shownHeadline : 'h1')
      await enlarge()
      expect(await sideways(page), path).toEqual([])
    }
    await openArticle(page)
    await enlarge()
    expect(await sideways(page)).toEqual([])
  })
})

describe('simplified and traditional', () => {
  it('loads its table only when it is chosen, changes text and words, and keeps every character and every line', async () => {
    const page = await visit()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const lines = () =>
      page
        .locator('.opening:not(.waiting) .typeset .line')
        .evaluateAll((all) => all.map(({ textContent }) => textContent?.length))
    await open(page, '2026-11-24/1', shownHeadline)
    await appIsThere(page)
    const printed = await lines()
    expect(asked.some((url) => url.includes('traditional'))).toBe(false)
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByRole('radio', { name: '繁體' }).check({ force: true })
    await page.getByRole('heading', { level: 1, name: '設置' }).waitFor()
    await page.getByRole('button', { name: '返回' }).click()
    await page.locator(shownHeadline, { hasText: '整張報紙' }).waitFor()
    expect(await lines()).toEqual(printed)
    await page.locator(shownHeadline).first().click()
    await page.getByRole('heading', { level: 1, name: '整張報紙' }).waitFor()
    await page.getByRole('button', { name: '關閉，回到版面' }).waitFor()
    expect(await page.locator('.articles .title').first().textContent()).toContain('整張報紙')
  })
})

describe('the offer to save and install', () => {
  it.each([
    [360, 740],
    [1280, 800],
  ])('is as wide as the text before it, on a screen of %i × %i', async (width, height) => {
    const page = await visit()
    await page.setViewportSize({ width, height })
    await openArticle(page)
    await page.locator('.offer').waitFor()
    const ends = (selector: string): Promise<number[]> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { left, right } = element.getBoundingClientRect()
          return [Math.round(left), Math.round(right)]
        })
    expect(await ends('.offer')).toEqual(await ends('.article-pane .foot'))
  })

  it('stands after the article, once, and is not there again', async () => {
    const page = await visit()
    await openArticle(page)
    const offer = page.locator('.offer')
    await offer.scrollIntoViewIfNeeded()
    await expect.poll(() => page.evaluate(() => localStorage.getItem('banmian:offered'))).toBe('1')
    await offer.getByRole('button', { name: '不用了' }).click()
    await offer.waitFor({ state: 'detached' })
    await openArticle(page)
    await page.waitForLoadState('networkidle')
    expect(await offer.count()).toBe(0)
  })
})
