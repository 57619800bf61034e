import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAloudSite } from '../support/build-aloud-site'
import { appIsThere, desk, phone, runSite, watchTroubles, type RunningSite, shownHeadline } from '../support/browser'
import { connectBrowser } from '../support/open-test-site'

let browser: Browser
let site: RunningSite
let page: Page
let troubles: string[]

beforeAll(async () => {
  site = await runSite(buildAloudSite())
  browser = await connectBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const button = (name: string) => page.getByRole('button', { name })
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
/** The text that is lit, in its stretches. */
const lit = (): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map((range) => range.toString()))
const litText = async (): Promise<string> => (await lit()).join('')
/** Makes every document of a page remember what was lit in it: a sentence may be over before a test looks again. */
const rememberLit = (opened: Page): Promise<unknown> =>
  opened.addInitScript(() => {
    const litInTurn: string[] = []
    const set = CSS.highlights.set.bind(CSS.highlights)
    CSS.highlights.set = (name, highlight) => {
      const text = [...highlight].map((range) => range.toString()).join('')
      if (name === 'spoken' && text !== litInTurn.at(-1)) litInTurn.push(text)
      return set(name, highlight)
    }
    Object.assign(window, { litInTurn })
  })
/** What was lit in this document from the first text with these words on. */
const litFrom = (words: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const texts: unknown[] = 'litInTurn' in window && Array.isArray(window.litInTurn) ? window.litInTurn : []
    const first = texts.findIndex((text) => String(text).includes(wanted))
    return first < 0 ? [] : texts.slice(first).map(String)
  }, words)
/** That these words were lit in one text, and those in the next. */
const expectLitInTurn = async (words: string, next: string): Promise<void> => {
  await expect.poll(async () => (await litFrom(words))[1]).toContain(next)
  expect((await litFrom(words))[0]).not.toContain(next)
}
/** Where on the screen a text of the article begins, once it stands still: what is read is scrolled into view meanwhile. */
const placeOf = (words: string): Promise<{ x: number; y: number }> =>
  page.evaluate(async (wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.blocks') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      let box = range.getBoundingClientRect()
      for (let still = 0; still < 5; still++) {
        await new Promise(requestAnimationFrame)
        const { y } = box
        box = range.getBoundingClientRect()
        if (box.y !== y) still = -1
      }
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    throw new Error(`“${wanted}” is not in the article`)
  }, words)
const tap = async (words: string): Promise<void> => {
  const { x, y } = await placeOf(words)
  await page.touchscreen.tap(x, y)
}
/** How often the engine was asked to speak. */
const timesAsked = (): Promise<unknown> =>
  page.evaluate(() => ('timesAsked' in window && typeof window.timesAsked === 'function' ? window.timesAsked() : 0))
/** An article of the specimen that goes on on another page in the middle of a paragraph. */
const jumped = '手机看报 七桩老毛病'
/** The app itself opens the article: a link that the browser follows before would lose the query, and what was playing. */
const openArticle = async (query = ''): Promise<void> => {
  await page.goto(`${site.address}2026-11-24/1${query}`)
  await appIsThere(page)
  await page.locator(shownHeadline).first().click()
  await page.locator('#article-title').waitFor()
}
const isLitInView = (): Promise<boolean> =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('spoken') ?? [])]
    if (!(range instanceof Range)) return false
    const { top, bottom } = range.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

/** One story, in order: each chapter begins where the one before it ended. */
describe('a reader listens to the specimen on a phone', () => {
  beforeAll(async () => {
    page = await (await browser.newContext(phone)).newPage()
    troubles = watchTroubles(page)
    await rememberLit(page)
    await openArticle()
  })

  it('presses 听, and the title block is read, each line lit', async () => {
    await button('听这篇文章').tap()
    await expectLitInTurn('数字报《版面》今日出样刊', '整张报纸 装进口袋')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('暂停')
  })
  it('taps a sentence, and it is read from there', async () => {
    await tap('哪条最要紧')
    await expectLitInTurn('哪条最要紧', '编辑一夜')
  })
  it('pauses, and goes on with the same sentence', async () => {
    await button('暂停').tap()
    const paused = await litText()
    await button('播放').tap()
    expect(await litText()).toBe(paused)
    await expect.poll(litText).not.toBe(paused)
  })
  it('scrolls away and is not pulled back, until they want it', async () => {
    await button('暂停').tap()
    const scroller = page.locator('.article-pane')
    await scroller.dispatchEvent('touchmove')
    await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
    await button('回到朗读处').tap()
    await expect.poll(isLitInView).toBe(true)
    expect(await button('回到朗读处').count()).toBe(0)
  })
  it('sets another speed and voice, kept for the next time', async () => {
    await button('语速和语音').tap()
    await page.getByRole('combobox', { name: '语速' }).selectOption('2 倍')
    await page.getByRole('combobox', { name: '语音' }).selectOption('另一个（要联网）')
    await openArticle()
    await button('听这篇文章').tap()
    await button('语速和语音').tap()
    const chosen = page.locator('.options select option:checked')
    expect(await chosen.allTextContents()).toEqual(['2 倍', '另一个（要联网）'])
    const { violations } = await new AxeBuilder({ page }).include('.article-pane').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })
  it('hears the next article of the page when this one is read', async () => {
    const last = await page.locator('.blocks [data-from]').last().textContent()
    await tap(last?.slice(-3) ?? '')
    await heading('整张报纸 装进口袋').waitFor({ state: 'detached' })
    await expect.poll(litText).not.toBe('')
    expect(await button('暂停').count()).toBe(1)
  })
  it('closes the article, and it is quiet', async () => {
    await button('关闭').tap()
    await heading('第一版').waitFor()
    expect(await litText()).toBe('')
    const asked = await timesAsked()
    await page.locator(shownHeadline).first().click()
    await page.locator('#article-title').waitFor()
    expect(await button('播放').or(button('暂停')).count()).toBe(0)
    expect(await timesAsked()).toBe(asked)
  })
  it('hears on over a jump inside a paragraph, the seam unlit', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    await appIsThere(page)
    await page.locator('.articles a', { hasText: jumped }).first().click()
    await heading(jumped).waitFor()
    await button('听这篇文章').tap()
    await tap('笔画都是利落的')
    await expectLitInTurn('笔画都是利落的', '扫描的旧报另当别')
    expect((await litFrom('扫描的旧报另当别'))[0]).not.toContain('此处由')
  })
  it('met no error on the way', () => expect(troubles).toEqual([]))
})

describe('at a desk', () => {
  beforeAll(async () => {
    page = await (await browser.newContext(desk)).newPage()
    await rememberLit(page)
  })
  it('Space pauses and plays, Escape closes the player, then the article', async () => {
    await openArticle()
    await button('听这篇文章').click()
    await expect.poll(() => litFrom('整张报纸 装进口袋')).not.toEqual([])
    await page.locator('#article-title').focus()
    await page.keyboard.press('Space')
    await button('播放').waitFor()
    await page.keyboard.press('Space')
    await button('暂停').focus()
    await page.keyboard.press('Escape')
    await button('暂停').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('听这篇文章')
    await page.keyboard.press('Escape')
    await heading('第一版').waitFor()
  })
  it('is told in words that the browser does not speak, in WeChat what to do', async () => {
    await openArticle('?speech=none')
    await button('听这篇文章').click()
    await page.getByText('这个浏览器不会朗读').waitFor()
    const wechat = { ...desk, userAgent: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50' }
    page = await (await browser.newContext(wechat)).newPage()
    await openArticle('?speech=none')
    await button('听这篇文章').click()
    await page.getByText('微信里不能朗读。请点右上角').waitFor()
  })
})
