import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appIsThere, desk, phone } from '../support/browser'
import { articleFile } from '../support/manuscript'
import { openOwnSite } from '../support/open-own-site'
import { openTestSite } from '../support/open-test-site'
import { printedPages, readText, type PrintedPage } from '../support/printed-pages'

const shared = openTestSite()
const issue = '2026-11-24'
const points = (mm: number): number => (mm / 25.4) * 72
const a4 = { width: points(210), height: points(297) }
const tabloid = { width: points(273), height: points(395) }

const picture = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: { r: shade, g: 120, b: 80 } } })
    .png()
    .toBuffer()
const shades = [10, 40, 70, 100, 130, 160, 190, 220]
const padding = '河畔步道全线贯通，市民可以从老桥一路走到渡口，再从渡口走到新桥。'
const body = shades.map((shade) => `${padding.repeat(9)}\n\n![图](pictures/${shade}.png "图${shade}")`).join('\n\n')

const own = openOwnSite(async () => ({
  'issue.yaml': `date: ${issue}\n`,
  'paper.yaml': `id: paper.example
name: 竖排报
lang: zh-Hans
time_zone: Asia/Shanghai
accent: '#1c4f9c'
sheet: broadsheet
writing: vertical
`,
  'page-01/01.md': articleFile('headline: 一篇带八幅图的长文\nweight: lead', body),
  'page-02/page.yaml': 'picture: pictures/100.png\n',
  ...Object.fromEntries(
    await Promise.all(shades.map(async (shade) => [`page-01/pictures/${shade}.png`, await picture(shade)])),
  ),
  'page-02/pictures/100.png': await sharp({ create: { width: 1000, height: 1500, channels: 3, background: '#eee' } })
    .png()
    .toBuffer(),
}))

const visit = async (options: BrowserContextOptions, place: string): Promise<Page> => {
  const context = await shared.browser.newContext(options)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${shared.address}${place}`)
  return page
}

/** Printed as a person does who changes nothing: what asks for a size of paper gets it. */
const print = async (page: Page): Promise<PrintedPage[]> => printedPages(await page.pdf({ preferCSSPageSize: true }))
const printOnA4 = async (page: Page): Promise<PrintedPage[]> => printedPages(await page.pdf({ format: 'A4' }))

/** The text of the page on show. */
const textOf = async (page: Page): Promise<string> =>
  readText((await page.locator('.opening:not(.waiting) .typeset').allTextContents()).join(''))

/** Characters that are more often in one text than in the other. */
const lostFrom = (text: string, other: string): string => {
  const rest = new Map<string, number>()
  for (const character of other) rest.set(character, (rest.get(character) ?? 0) + 1)
  return [...text]
    .filter((character) => {
      const left = rest.get(character) ?? 0
      rest.set(character, left - 1)
      return left <= 0
    })
    .join('')
    .slice(0, 100)
}

const isWhole = (printed: readonly PrintedPage[], text: string): void => {
  expect(printed.map((one) => ({ ...one, text: one.text.length }))).toHaveLength(1)
  for (const one of printed) {
    expect(lostFrom(text, one.text)).toBe('')
    expect(lostFrom(one.text, text)).toBe('')
    expect(one.astray).toBe(0)
    expect(one.lightest).toBeLessThan(0.65)
  }
}
const sizeOf = (printed: readonly PrintedPage[]) =>
  printed.map(({ width, height }) => ({ width: Math.round(width / 2), height: Math.round(height / 2) }))[0]
const halfOf = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width: Math.round(width / 2),
  height: Math.round(height / 2),
})

describe('a page that is printed', () => {
  it.each([
    ['a desk', desk],
    ['a phone', phone],
    ['a desk without scripts', { ...desk, javaScriptEnabled: false }],
    ['a phone without scripts', { ...phone, javaScriptEnabled: false }],
  ])('stands whole on one sheet of the paper’s own size, from %s', async (_, options) => {
    const page = await visit(options, `${issue}/1`)
    if (!('javaScriptEnabled' in options)) await appIsThere(page)
    const printed = await print(page)
    isWhole(printed, await textOf(page))
    expect(printed[0]?.images).toBeGreaterThan(1)
    expect(sizeOf(printed)).toEqual(halfOf(tabloid))
  })

  it.each(['2', '4', '7'])('stands whole on A4 too, page %s', async (no) => {
    const page = await visit(phone, `${issue}/${no}`)
    await appIsThere(page)
    const printed = await printOnA4(page)
    isWhole(printed, await textOf(page))
    expect(sizeOf(printed)).toEqual(halfOf(a4))
  })

  it.each(['dark', 'sepia', 'contrast'])(
    'is dark on white in the theme %s, and of standard size for elders',
    async (theme) => {
      const page = await visit({ ...desk, colorScheme: 'dark' }, `${issue}/3`)
      await page.evaluate(
        (chosen) => localStorage.setItem('banmian:settings', JSON.stringify({ theme: chosen, elder: 'on' })),
        theme,
      )
      await page.reload()
      await appIsThere(page)
      const printed = printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
      isWhole(printed, await textOf(page))
      await page.emulateMedia({ media: 'print' })
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    },
  )

  it('is whole when it is zoomed in, and stays where it was', async () => {
    const page = await visit(desk, `${issue}/1`)
    await appIsThere(page)
    const scroller = page.locator('.opening:not(.waiting) > [data-gestures]')
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await expect.poll(() => scroller.evaluate((own) => own.scrollWidth / own.clientWidth)).toBeGreaterThan(2.2)
    const place = () => scroller.evaluate((own) => [own.scrollLeft, own.scrollTop, own.scrollWidth])
    await scroller.evaluate((own) => own.scrollTo({ left: 150, top: 320, behavior: 'instant' }))
    isWhole(await print(page), await textOf(page))
    const [left, top] = await place()
    expect([left, top]).toEqual([150, 320])
  })

  it('is printed with its neighbour if two are on show', async () => {
    const page = await visit({ viewport: { width: 1800, height: 900 } }, `${issue}/2`)
    await appIsThere(page)
    await page.getByRole('button', { name: '双版' }).click()
    await expect.poll(() => page.locator('.opening:not(.waiting) .typeset .headline').count()).toBeGreaterThan(8)
    await appIsThere(page)
    const text = await textOf(page)
    const printed = await print(page)
    isWhole(printed, text)
    expect(sizeOf(printed)).toEqual(halfOf({ width: 2 * tabloid.width, height: tabloid.height }))
    isWhole(await printOnA4(page), text)
    // The screen shows what it showed.
    expect(await textOf(page)).toBe(text)
  })

  it('comes without what lies over it', async () => {
    const page = await visit(desk, `${issue}/1`)
    await appIsThere(page)
    const text = await textOf(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    isWhole(await print(page), text)
  })

  it('is whole in a vertical paper, on its broadsheet and on A4', async () => {
    const page = await own.visit(desk, '1')
    await appIsThere(page)
    isWhole(await print(page), await textOf(page))
    isWhole(await printOnA4(page), await textOf(page))
  })

  it.each([desk, phone, { ...desk, javaScriptEnabled: false }])(
    'is the picture of a facsimile page, %o',
    async (options) => {
      const page = await own.visit(options, '2')
      await page.locator('.facsimile img').first().waitFor()
      const [printed, ...more] = await print(page)
      expect(more).toEqual([])
      expect(printed?.images).toBeGreaterThan(0)
      expect((printed?.height ?? 0) / (printed?.width ?? 1)).toBeCloseTo(1.5, 1)
    },
  )
})

describe('an article that is printed', () => {
  const imagesOf = (printed: readonly PrintedPage[]): number => printed.reduce((sum, { images }) => sum + images, 0)
  const articleOn = async (page: Page): Promise<string> =>
    (await page.locator('.opening:not(.waiting) .headline').first().getAttribute('href')) ?? ''

  it.each([
    ['a desk', desk],
    ['a phone', phone],
    ['a phone without scripts', { ...phone, javaScriptEnabled: false }],
  ])('has its whole text and all its pictures, from %s that has just opened it', async (_, options) => {
    const front = await own.visit({ ...desk, javaScriptEnabled: false }, '1')
    const page = await own.visit(options, '1')
    await page.goto(new URL(await articleOn(front), page.url()).href)
    const printed = await printOnA4(page)
    expect(imagesOf(printed)).toBe(shades.length)
    const text = printed.map((one) => one.text).join('')
    expect(text.split(readText(padding)).length - 1).toBe(9 * shades.length)
    for (const shade of shades) expect(text).toContain(`图${shade}`)
    expect(text).toContain('竖排报')
    for (const one of printed) {
      expect(one.text.length).toBeGreaterThan(20)
      expect(one.astray).toBe(0)
      expect(one.lightest).toBeLessThan(0.65)
      expect(one.text).not.toMatch(/上一篇|下一篇|存到|跳到/)
    }
    expect(sizeOf(printed)).toEqual(halfOf(a4))
  })

  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])('has all its pictures on %s after the app has taken it over, from the menu of the browser', async (_, options) => {
    const front = await own.visit({ ...desk, javaScriptEnabled: false }, '1')
    const page = await own.visit(options, '1')
    await page.goto(new URL(await articleOn(front), page.url()).href)
    // On the screen none is seen before its bytes are verified.
    const far = page.locator('article img').last()
    await expect.poll(() => far.evaluate((image) => image.getBoundingClientRect().right)).toBeLessThan(0)
    expect(imagesOf(await printOnA4(page))).toBe(shades.length)
  })

  it('has all its pictures when Ctrl and P are pressed, in an article that the app itself opened', async () => {
    const page = await own.visit(desk, '1')
    await appIsThere(page)
    await page.evaluate(() => {
      window.print = () => void document.documentElement.setAttribute('data-asked', '')
    })
    await page.locator('.opening:not(.waiting) .headline').first().click()
    await page.locator('article .text').waitFor()
    await page.keyboard.press('Control+p')
    await page.locator('html[data-asked]').waitFor()
    expect(imagesOf(await printOnA4(page))).toBe(shades.length)
  })

  it('leads to its page, which prints alone when the reader asks for it', async () => {
    const page = await visit(phone, `${issue}/1`)
    await appIsThere(page)
    const text = await textOf(page)
    await page.addInitScript(() => {
      window.print = () => void document.documentElement.setAttribute('data-asked', '')
    })
    await page.goto(new URL(await articleOn(page), page.url()).href)
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '打印这一版' }).click()
    await page.locator('html[data-asked]').waitFor()
    isWhole(await print(page), text)
  })

  it('prints its page with the pictures, however late they come', async () => {
    const text = await textOf(await visit(phone, `${issue}/1`))
    const context = await shared.browser.newContext({ ...phone, serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.addInitScript(() => {
      window.print = () => void document.documentElement.setAttribute('data-asked', '')
    })
    const held: (() => void)[] = []
    const pictures = /\.webp$/
    await page.route(pictures, (route) => void held.push(() => void route.continue()))
    await page.goto(`${shared.address}${issue}/1/tpttnf`, { waitUntil: 'commit' })
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '打印这一版' }).click()
    await page.locator('.printed').waitFor({ state: 'attached' })
    expect(held.length).toBeGreaterThan(0)
    held.splice(0).forEach((go) => go())
    await page.unroute(pictures)
    await page.locator('html[data-asked]').waitFor()
    isWhole(await print(page), text)
  })
})
