import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appIsThere, phone, shownHeadline, type RunningSite } from '../support/browser'
import { beginStory, type Story } from '../support/story'
import { touchesOf } from '../support/touches'

let site: RunningSite
let page: Page
let troubles: readonly string[]
let end: Story['end']

beforeAll(async () => {
  ;({ site, page, troubles, end } = await beginStory({ ...phone, permissions: ['clipboard-read', 'clipboard-write'] }))
})
afterAll(() => end())

const path = () => new URL(page.url()).pathname
const lastOffset = () =>
  page.evaluate(() => Number(/"offset":(\d+)/.exec(localStorage.getItem('banmian:last-read') ?? '')?.[1] ?? 0))
/** Text of the lines that can be read just under the bar: so many characters from the first. */
const firstOnScreen = (characters: number) =>
  page.evaluate((count) => {
    const top = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0
    const walker = document.createTreeWalker(document.querySelector('.blocks') ?? document, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('[role="note"], button')) continue
      for (let at = 0; at < node.data.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        if (range.getBoundingClientRect().top >= top) return node.data.slice(at, at + count)
      }
    }
    return ''
  }, characters)

/** One story, in order: each chapter begins where the one before it ended. */
describe('a resident reads, stops, and comes back', () => {
  let sentence = ''
  let article = ''

  it('reads an article to its middle and closes it', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    // Before the app is there, nobody notes how far they read.
    await appIsThere(page)
    await page.locator(shownHeadline).first().tap()
    await page.locator('.blocks p').nth(4).waitFor()
    article = path()
    await page
      .locator('.blocks p')
      .nth(4)
      .evaluate((line) => line.scrollIntoView({ block: 'start' }))
    await expect.poll(lastOffset).toBeGreaterThan(100)
    sentence = await firstOnScreen(12)
    expect(sentence.length).toBeGreaterThan(5)
    await page.getByRole('button', { name: '关闭' }).tap()
    await page.locator('.article-pane').waitFor({ state: 'detached' })
  })

  it('is offered at the paper’s front to go on, and finds the same sentence, in larger type', async () => {
    await page.goto(site.address)
    await page.getByRole('link', { name: '接着读' }).waitFor()
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'))
    await page.getByRole('link', { name: '接着读' }).tap()
    await page.locator('.blocks p').first().waitFor()
    expect(path()).toBe(article)
    await expect.poll(() => page.locator('.article-pane').evaluate((pane) => pane.scrollTop)).toBeGreaterThan(100)
    // The line at the top begins with it, or holds it: lines are shorter now.
    expect(await firstOnScreen(30)).toContain(sentence.slice(0, 4))
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  })

  it('sets a bookmark, and finds it in the library, still there after a reload', async () => {
    await page.getByRole('button', { name: '书签' }).tap()
    await expect.poll(() => page.getByRole('button', { name: '书签' }).getAttribute('aria-pressed')).toBe('true')
    await page.goto(`${site.address}library`)
    await page.reload()
    const bookmark = page.locator('#bookmarks ~ .places a')
    await bookmark.waitFor()
    await bookmark.tap()
    await page.locator('#article-title').waitFor()
    expect(path()).toBe(article)
    await expect.poll(() => page.getByRole('button', { name: '书签' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('copies a long passage with its source, and a short one without', async () => {
    const copy = async (characters: number): Promise<string> => {
      await page
        .locator('.blocks > p')
        .first()
        .evaluate((paragraph, end) => {
          // The sentences of a paragraph are nodes of their own.
          const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
          const first = texts.nextNode()
          let left = end
          for (let node = first; first && node; node = texts.nextNode()) {
            const length = node.nodeValue?.length ?? 0
            if (length >= left) return getSelection()?.setBaseAndExtent(first, 0, node, left)
            left -= length
          }
          throw new Error('the paragraph is too short')
        }, characters)
      await page.keyboard.press('Control+c')
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const long = await copy(70)
    expect(long.split('\n\n')[1]).toBe(`——摘自《版面》2026年11月24日第一版\n${new URL(article, site.address).href}`)
    expect([...(await copy(10))]).toHaveLength(10)
    await page.evaluate(() => getSelection()?.removeAllRanges())
  })

  it('copies the link from the actions', async () => {
    await page.getByRole('button', { name: '更多' }).tap()
    await page.getByRole('button', { name: '复制链接' }).tap()
    await page.getByText('链接已复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(article, site.address).href)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('更多')
  })

  it('looks at the picture large, zooms it by two taps, and Escape gives the article back', async () => {
    await page.locator('.article-pane').evaluate((pane) => pane.scrollTo({ top: 0 }))
    const button = page.locator('figure button').first()
    await button.tap()
    const image = page.locator('dialog img')
    await image.waitFor()
    const width = () => image.evaluate((element) => element.getBoundingClientRect().width)
    await expect.poll(width).toBeGreaterThan(300)
    const fit = await width()
    await touchesOf(await page.context().newCDPSession(page)).doubleTap([200, 350])
    await expect.poll(width).toBeGreaterThan(fit * 2)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(path()).toBe(article)
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('turns to the next article by a swipe, not by scrolling and not from a wide table', async () => {
    const hand = touchesOf(await page.context().newCDPSession(page))
    await hand.swipe([200, 700], [195, 300])
    expect(path()).toBe(article)
    await hand.swipe([330, 500], [80, 506])
    await expect.poll(path).not.toBe(article)
    expect(path()).toMatch(/^\/2026-11-24\/1\//)

    await page.goto(`${site.address}2026-11-24/7`)
    await page.locator('.articles a', { hasText: '外国报纸怎样说' }).first().click()
    const table = page.locator('.blocks table')
    await table.waitFor()
    const tableArticle = path()
    await table.evaluate((element) => element.style.setProperty('min-inline-size', '60rem'))
    await table.scrollIntoViewIfNeeded()
    const box = await table.boundingBox()
    const y = (box?.y ?? 0) + 20
    await hand.swipe([330, y], [80, y])
    await expect.poll(() => page.locator('.blocks .wide').evaluate((wide) => wide.scrollLeft)).toBeGreaterThan(50)
    expect(path()).toBe(tableArticle)
  })

  it('prints the article alone, in large type, with its source', async () => {
    await page.goto(new URL(article, site.address).href)
    await page.locator('.blocks p').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.head, .page-pane, .bar, .foot').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('.printed-source').isVisible()).toBe(true)
    const size = await page.locator('.blocks').evaluate((blocks) => parseFloat(getComputedStyle(blocks).fontSize))
    expect(size).toBeGreaterThan(20)
    await page.emulateMedia({ media: 'screen' })
  })

  it('met no error and broke no policy on the way', () => expect(troubles).toEqual([]))
})
