import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appIsThere, notOfTheNetwork, phone, shownHeadline, type RunningSite } from '../support/browser'
import { beginStory, type Story } from '../support/story'
import { touchesOf } from '../support/touches'

let site: RunningSite
let page: Page
let troubles: readonly string[]
let end: Story['end']

beforeAll(async () => {
  ;({ site, page, troubles, end } = await beginStory(phone))
})
afterAll(() => end())

const path = () => new URL(page.url()).pathname + new URL(page.url()).hash
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
const issue = '/2026-11-24'

/** One story, in order: each chapter begins where the one before it ended. */
describe('a resident reads the specimen on a phone', () => {
  it('opens the newest issue at its first page', async () => {
    await page.goto(site.address)
    await heading('第一版').waitFor()
    await page.locator(shownHeadline).first().waitFor()
    expect(await page.title()).toContain('第一版')
  })

  it('taps a region, and its article opens over the page', async () => {
    await page.locator('.typeset .frame').first().tap()
    await heading('整张报纸 装进口袋').waitFor()
    expect(path()).toMatch(new RegExp(`^${issue}/1/[a-z0-9]{6}$`))
    await page.getByRole('button', { name: '关闭' }).tap()
    await heading('第一版').waitFor()
  })

  it('zooms in by a double tap, and out again, without opening anything', async () => {
    const width = () =>
      page.locator('.opening:not(.waiting) .room').evaluate((room) => room.getBoundingClientRect().width)
    await appIsThere(page)
    const fit = await width()
    const box = await page.locator('.typeset .run.body').first().boundingBox()
    const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10]
    const hand = touchesOf(await page.context().newCDPSession(page))
    await hand.doubleTap([x, y])
    await expect.poll(width).toBeGreaterThan(fit * 2)
    await hand.doubleTap([150, 400])
    await expect.poll(width).toBe(fit)
    expect(path()).toBe('/')
  })

  it('turns the page by a swipe and by the button', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    await page.locator(shownHeadline).first().waitFor()
    await appIsThere(page)
    const hand = touchesOf(await page.context().newCDPSession(page))
    await hand.swipe([340, 400], [80, 400])
    await heading('第二版').waitFor()
    // By click: the browser takes a tap right after a swipe for the hand that stops the fling.
    await page.getByRole('link', { name: '上一版' }).click()
    await heading('第一版').waitFor()
  })

  it('follows the jump line to the other page, where the part is lit, and comes back', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    const jump = page.locator('.typeset .jump.continued-on').first()
    expect(await jump.textContent()).toBe('▶下转第三版')
    await jump.tap()
    await heading('第三版').waitFor()
    await page.locator('.region.lit').waitFor()
    expect(path()).toMatch(/^\/2026-11-24\/3#[a-z0-9]{6}$/)
    await page.goBack()
    await heading('第一版').waitFor()
  })

  it('sees what stands where while a page’s text is on its way', async () => {
    let letGo = (): void => {}
    const wait = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(/\/page-05\.[^/]+\.json$/, async (route) => {
      await wait
      await route.continue()
    })
    await page.goto(`${site.address}2026-11-24/5`)
    await heading('第五版').waitFor()
    await page.locator('.opening:not(.waiting) .room .thumb .title').first().waitFor()
    expect(await page.locator('.opening:not(.waiting) .typeset').count()).toBe(0)
    letGo()
    await page.locator('.opening:not(.waiting) .typeset .run').first().waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.goto(`${site.address}2026-11-24/1`)
    await page.locator(shownHeadline).first().waitFor()
  })

  it('sees the seams of a chain over three pages in the article', async () => {
    await page.locator(shownHeadline).first().tap()
    await page.locator('.seam').first().waitFor()
    expect(await page.locator('.seam .words').allTextContents()).toEqual([
      '此处由第一版转至第三版',
      '此处由第三版转至第七版',
    ])
  })

  it('is told where a jump leads to a page that is not there', async () => {
    await page.goto(`${site.address}2026-11-24/7`)
    await page.locator('.articles a', { hasText: '第九版在哪里' }).first().tap()
    await page.getByText('那一版不在本期数据里').waitFor()
  })

  it('taps a region of a printed page, and follows its jump', async () => {
    await page.goto(`${site.address}2026-11-24/8`)
    await page.getByRole('link', { name: '打开：一期报纸 一个文件夹' }).first().tap()
    await heading('一期报纸 一个文件夹').waitFor()
    await page.goBack()
    await page.locator('svg .jump', { hasText: '上接第六版' }).tap()
    await heading('第六版').waitFor()
    await page.locator('.region.lit').waitFor()
  })

  it('saves the issue and sees that it is saved', async () => {
    await page.getByRole('button', { name: '存到本机' }).tap()
    await page.getByRole('button', { name: '已存' }).waitFor()
  })

  it('reads on with the network off: reload, every page, a jump, an article', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready)
    await site.stop()
    await page.goto(`${site.address}2026-11-24/3`)
    await page.locator(shownHeadline).first().waitFor()
    await page.reload()
    await heading('第三版').waitFor()
    await page.locator('.typeset .jump.continued-on').first().tap()
    await heading('第七版').waitFor()
    await page.locator('.region.lit').waitFor()
    await page.goto(`${site.address}2026-11-24/8`)
    await page.locator('.facsimile img').nth(1).waitFor()
    const image = page.locator('.facsimile img').nth(1)
    await expect
      .poll(() => image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0)))
      .toBeGreaterThan(900)
    await page.locator('svg .jump').first().tap()
    await heading('第六版').waitFor()
    await page.goto(`${site.address}`)
    await heading('第一版').waitFor()
    await page.locator(shownHeadline).first().tap()
    await page.locator('.seam').first().waitFor()
    await page.locator('figure img').first().waitFor()
  })

  it('is told without a network that another issue is not saved, and finds those that are', async () => {
    await page.goto(`${site.address}2026-11-23/1`)
    await heading('现在没有网络，这一期也没有存在本机').waitFor()
    await page.getByRole('link', { name: '已存报纸' }).last().tap()
    await page.getByRole('link', { name: '版面 2026年11月24日' }).waitFor()
    await site.start()
  })

  it('deletes it again', async () => {
    await page.getByRole('button', { name: '删除' }).tap()
    await page.getByText('本机还没有存报纸').waitFor()
  })

  it('met no error and broke no policy on the way', () => expect(notOfTheNetwork(troubles)).toEqual([]))
})
