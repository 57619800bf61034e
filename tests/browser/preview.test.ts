import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { wordsZh as words } from '@/desk/words/words-zh'
import { addAxe, axeViolations } from '../support/axe'
import { desk as deskSize, watchTroubles } from '../support/browser'
import { openTestSite } from '../support/open-test-site'
import { previewSavedSite } from '../support/previewed-site'

const site = openTestSite()
let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

/** An editor at the desk of a saved site of two pages. */
const atTheDesk = async (options = {}) => {
  const previewed = await previewSavedSite()
  const context = await site.browser.newContext({ ...deskSize, ...options })
  close = async () => {
    await context.close()
    await previewed.stop()
  }
  const page = await context.newPage()
  const troubles = watchTroubles(page)
  await page.goto(previewed.desk)
  await page.getByRole('button', { name: '1 河边有约' }).waitFor()
  const corrections = (): string =>
    existsSync(previewed.corrections) ? readFileSync(previewed.corrections, 'utf8') : ''
  return { page, troubles, corrections }
}

const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).click()
  await page.getByLabel(words.titles.headline, { exact: true }).waitFor()
}
/** A corner of the chosen article, by its number. */
const corner = (page: Page, no: number) => page.locator('.handle.corner').nth(no - 1)

describe('an editor at the desk', () => {
  it('sees the page with its articles, and nothing goes wrong unseen', async () => {
    const { page, troubles } = await atTheDesk()
    const picture = page.locator('img')
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBe(800)
    expect(await page.getByRole('group', { name: words.articlesOfPage }).getByRole('button').count()).toBe(2)
    expect(troubles).toEqual([])
  })

  it('corrects a title, which the reader then shows', async () => {
    const { page, corrections } = await atTheDesk()
    await choose(page, '1 河边有约')
    await page.getByLabel(words.titles.headline, { exact: true }).fill('河边相约')
    await page.keyboard.press('Control+Enter')
    await expect.poll(corrections).toContain('headline: 河边相约')
    await page.getByRole('button', { name: words.reader }).click()
    const reader = page.frameLocator('iframe')
    await expect.poll(() => reader.getByText('河边相约').count(), { timeout: 30_000 }).toBeGreaterThan(0)
  })

  it('mends a word where it stands, and takes that back', async () => {
    const { page, corrections } = await atTheDesk()
    await choose(page, '1 河边有约')
    await page.getByRole('button', { name: '另一件事的正文' }).click()
    await page.getByLabel(words.mending(2)).fill('另一件事的正文，有好几个字，说的是河边的事情。')
    await page.keyboard.press('Control+Enter')
    await expect.poll(corrections).toMatch(/from: .*亊.*to: .*事/)
    await page.getByRole('tab', { name: words.entries }).click()
    await page
      .getByRole('button', { name: /河边有约/ })
      .filter({ hasText: words.takeBack })
      .click()
    await expect.poll(corrections).not.toContain('from:')
  })

  it('cuts an article, joins it to another, and undoes both by key', async () => {
    const { page, corrections } = await atTheDesk()
    await choose(page, '1 河边有约')
    await page
      .getByRole('group', { name: words.blockActions(2) })
      .getByRole('button', { name: words.cut })
      .click()
    await expect.poll(corrections).toContain('cuts:')
    await choose(page, '3 桥上')
    await page.getByLabel(words.joinTo).selectOption({ label: await optionNamed(page, '桥上（下）') })
    await page.getByRole('button', { name: words.join, exact: true }).click()
    await expect.poll(corrections).toContain('continues_in:')
    await page.locator('body').press('Control+z')
    await expect.poll(corrections).not.toContain('continues_in:')
    await page.locator('body').press('Control+z')
    await expect.poll(corrections).toBe('')
  })

  it('draws a corner away by the mouse, and moves it back by keys', async () => {
    const { page, corrections } = await atTheDesk()
    await choose(page, '1 河边有约')
    const before = await corner(page, 1).getAttribute('aria-label')
    const box = await corner(page, 1).boundingBox()
    if (!box) throw new Error('there is no corner')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 30, { steps: 5 })
    await page.mouse.up()
    await expect.poll(corrections).toContain('outlines:')
    expect(await corner(page, 1).getAttribute('aria-label')).not.toBe(before)
    await page.getByRole('button', { name: words.undo }).click()
    await expect.poll(corrections).toBe('')
    await corner(page, 1).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await expect.poll(corrections).toContain('outlines:')
  })

  it('is told in words what can’t be done, and the outline is as before', async () => {
    const { page, corrections } = await atTheDesk()
    await page.getByRole('button', { name: words.drawNew }).click()
    // Where no word stands.
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('没有'))
    expect(corrections()).toBe('')
  })

  it('keeps two tabs apart: the second is told of the first', async () => {
    const { page, corrections } = await atTheDesk()
    const second = await page.context().newPage()
    await second.goto(page.url())
    await choose(second, '2 桥上')
    await choose(page, '1 河边有约')
    await page.getByRole('button', { name: words.drop, exact: true }).click()
    await expect.poll(corrections).toContain('drop: true')
    await expect.poll(() => second.getByRole('button', { name: '河边有约' }).count()).toBe(0)
  })

  it.each(['light', 'dark'] as const)('has nothing that axe finds wrong, by %s', async (colorScheme) => {
    const { page } = await atTheDesk({ colorScheme })
    await choose(page, '1 河边有约')
    await addAxe(page)
    for (const tab of [words.article, words.findings, words.entries, words.issue]) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await axeViolations(page, { theme: colorScheme, elder: 'off' })).toEqual([])
    }
  })
})

/** The text of the option that names an article. */
const optionNamed = async (page: Page, name: string): Promise<string> => {
  const options = await page.getByLabel(words.joinTo).locator('option').allTextContents()
  return options.find((option) => option.includes(name)) ?? ''
}
