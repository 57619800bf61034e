import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appIsThere, desk } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()
const region = '.opening:not(.waiting) .region'

const visit = async (no: number): Promise<Page> => {
  const context = await shared.browser.newContext(desk)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${shared.address}2026-11-24/${no}`)
  await appIsThere(page)
  return page
}

/** A point in the text of the article that is the n-th on the page, and the article's address. */
const textOf = async (page: Page, index: number) => {
  const article = page.locator(region).nth(index)
  const href = (await article.locator('a').first().getAttribute('href')) ?? ''
  const frames = article.locator('.frame')
  const lengths = (await frames.allTextContents()).map(({ length }) => length)
  const longest = frames.nth(lengths.indexOf(Math.max(...lengths)))
  await longest.evaluate((own) => own.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const box = await longest.boundingBox()
  if (!box) throw new Error('an article without text')
  return { href, x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe('a click on the text of an article', () => {
  it.each([
    ['Control', 1, 0],
    ['Meta', 1, 1],
    ['Shift', 2, 0],
    ['Control', 4, 1],
    ['Shift', 7, 1],
  ])('with %s opens it in another tab or window, page %i article %i', async (key, no, index) => {
    const page = await visit(no)
    const { href, x, y } = await textOf(page, index)
    const opened = page.context().waitForEvent('page')
    await page.keyboard.down(key)
    await page.mouse.click(x, y)
    await page.keyboard.up(key)
    expect(new URL((await opened).url()).pathname).toBe(href)
    expect(new URL(page.url()).pathname).toBe(`/2026-11-24/${no}`)
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true)
  })

  it.each([0, 1, 2])('with the middle button does so too, article %i', async (index) => {
    const page = await visit(3)
    const { href, x, y } = await textOf(page, index)
    const opened = page.context().waitForEvent('page')
    await page.mouse.click(x, y, { button: 'middle' })
    expect(new URL((await opened).url()).pathname).toBe(href)
    expect(new URL(page.url()).pathname).toBe('/2026-11-24/3')
  })

  it('that is plain opens it here', async () => {
    const page = await visit(1)
    const { href, x, y } = await textOf(page, 0)
    await page.mouse.click(x, y)
    await page.waitForURL((url) => url.pathname === href)
  })

  it.each([[], ['Control'], ['Shift']])('that ends a selection by dragging opens nothing, with %j', async (...keys) => {
    const page = await visit(1)
    const line = await page.locator(`${region} .line`).filter({ hasText: /.{12}/ }).nth(2).boundingBox()
    if (!line) throw new Error('a page without text')
    const [x, y] = [line.x + line.width / 2, line.y + line.height / 2]
    let opened = 0
    page.context().on('page', () => opened++)
    for (const key of keys) await page.keyboard.down(key)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 25, y + 60, { steps: 6 })
    await page.mouse.up()
    for (const key of keys) await page.keyboard.up(key)
    expect(await page.evaluate(() => `${getSelection()}`.length)).toBeGreaterThan(10)
    // What a click opens is there before the page answers.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(opened).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/2026-11-24/1')
  })

  it('that ends dragging between the lines, where nothing can be selected, opens nothing', async () => {
    const page = await visit(1)
    const { x, y } = await textOf(page, 0)
    await page.mouse.move(x - 20, y - 20)
    await page.mouse.down()
    await page.mouse.move(x + 25, y + 20, { steps: 6 })
    await page.mouse.up()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(new URL(page.url()).pathname).toBe('/2026-11-24/1')
  })
})
