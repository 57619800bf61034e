import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notOfTheNetwork, phone, type RunningSite } from '../support/browser'
import { beginStory, type Story } from '../support/story'

let site: RunningSite
let page: Page
let troubles: readonly string[]
let end: Story['end']

beforeAll(async () => {
  ;({ site, page, troubles, end } = await beginStory(phone))
})
afterAll(() => end())

const path = () => {
  const { pathname, search, hash } = new URL(page.url())
  return decodeURIComponent(pathname + search + hash)
}
/** Words under a highlight, as the browser has it. */
const litBy = (name: string) =>
  page.evaluate(
    (key) =>
      [...(CSS.highlights.get(key) ?? [])].map((range) => (range instanceof Range ? range.toString() : 'not live')),
    name,
  )
/** Whether the hit to look at is on the screen, between the bars. */
const isHitInSight = () =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('sought-now') ?? [])]
    const bar = document.querySelector('.article-pane .hits')?.getBoundingClientRect()
    const pane = document.querySelector('.article-pane')?.getBoundingClientRect()
    if (!(range instanceof Range) || !bar || !pane) return false
    const { top, bottom } = range.getBoundingClientRect()
    return top > pane.top && bottom < bar.top
  })

/** One story, in order: each chapter begins where the one before it ended. */
describe('a resident looks for a word', () => {
  it('saves the issue, loses the network, and finds it in the saved ones', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByRole('button', { name: '已存' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await site.stop()
    await page.getByRole('link', { name: '搜索' }).tap()
    await page.getByRole('searchbox').fill('斷')
    await page.locator('.result').first().waitFor()
    await page.getByRole('radio', { name: '本机已存的各期' }).tap()
    await expect.poll(path).toBe('/search?q=斷')
    await page.locator('.result', { hasText: '一道接缝 两头可点' }).first().waitFor()
    expect(await page.locator('.result mark').first().textContent()).toBe('断')
  })

  it('opens the article at the hit, which is lit and in sight', async () => {
    await page.locator('.result', { hasText: '一道接缝 两头可点' }).first().tap()
    await page.getByText(/^第 1 处，共 \d+ 处$/).waitFor()
    expect(path()).toMatch(/^\/2026-11-24\/2\/0xv0ee\?q=斷$/)
    await expect.poll(() => litBy('sought-now')).toEqual(['断'])
    expect(new Set(await litBy('sought'))).toEqual(new Set(['断']))
    await expect.poll(isHitInSight).toBe(true)
  })

  it('goes from hit to hit, over the jump, and the address follows', async () => {
    const count = (await litBy('sought')).length
    expect(count).toBeGreaterThan(2)
    for (let no = 2; no <= count; no++) {
      await page.getByRole('link', { name: '下一处' }).tap()
      await page.getByText(`第 ${no} 处，共 ${count} 处`).waitFor()
      await expect.poll(isHitInSight).toBe(true)
    }
    expect(path()).toBe(`/2026-11-24/5/0xv0ee?q=斷&hit=${count}`)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('下一处')
    await page.reload()
    await page.getByText(`第 ${count} 处，共 ${count} 处`).waitFor()
    await expect.poll(isHitInSight).toBe(true)
  })

  it('sees its line lit on the page', async () => {
    await page.getByRole('link', { name: '在版面上看这一处' }).tap()
    await page.locator('.page-pane .hit').first().waitFor()
    expect(path()).toMatch(/^\/2026-11-24\/5\?lit=\d+-\d+#0xv0ee$/)
    const box = await page.locator('.page-pane .hit').first().boundingBox()
    expect(box && box.y > 0 && box.y < 844).toBe(true)
    const lines = await page.locator('.region.lit .line').evaluateAll((all, target) => {
      const middle = (target?.y ?? 0) + (target?.height ?? 0) / 2
      const isUnder = ({ top, bottom, left }: DOMRect) =>
        top < middle &&
        bottom > middle &&
        left >= (target?.x ?? 0) - 2 &&
        left < (target?.x ?? 0) + (target?.width ?? 0)
      return all.filter((line) => isUnder(line.getBoundingClientRect())).map((line) => line.textContent ?? '')
    }, box)
    // The word may stand over two lines; what is lit has some of it.
    expect(lines.join('')).toMatch(/断/)
  })

  it('comes back to the article, and from there to the result that was opened', async () => {
    await page.goBack()
    await page.getByText(/^第 \d+ 处，共 \d+ 处$/).waitFor()
    await page.goBack()
    await page.locator('.result').first().waitFor()
    expect(path()).toBe('/search?q=斷')
    await page.getByRole('searchbox').fill('')
    await page.getByRole('button', { name: '斷' }).waitFor()
    await site.start()
  })

  it('meets nothing that axe finds wrong: what was found, what was not, the bar of hits', async () => {
    for (const [address, selector, part, colorScheme] of [
      ['search?q=斷&in=2026-11-24', '.result', '#content', 'dark'],
      ['search?q=石破天惊&in=2026-11-24', '.nothing', '#content', 'light'],
      ['2026-11-24/2/0xv0ee?q=斷', '.article-pane .hits a', '.article-pane .hits', 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(site.address + address)
      await page.locator(selector).first().waitFor()
      const { violations } = await new AxeBuilder({ page }).include(part).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([])
    }
  })

  it('met no error and broke no policy on the way', () => expect(notOfTheNetwork(troubles)).toEqual([]))
})

/** The archive is that of the paper's own site, by ranges of static files. */
describe('somebody who has saved nothing looks for a word', () => {
  it('finds it in the archive, opens it lit, and is told when the network is gone', async () => {
    const story = await beginStory(phone)
    try {
      await story.page.goto(`${story.site.address}search?q=斷`)
      await story.page.locator('.archive', { hasText: /找到 \d+ 篇/ }).waitFor()
      const hit = story.page.locator('.result', { hasText: '一道接缝 两头可点' })
      expect(await hit.locator('mark').first().textContent()).toBe('断')
      await hit.tap()
      await story.page.getByText(/^第 1 处，共 \d+ 处$/).waitFor()
      await story.page.goBack()
      await hit.waitFor()
      await story.site.stop()
      await story.page.getByRole('searchbox').fill('报纸')
      await story.page.getByText('现在没有网络').waitFor()
    } finally {
      await story.end()
    }
  })
})
