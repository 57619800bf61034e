import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appIsThere, desk } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const shared = openTestSite()

const open = async (path: string, stored = '{}'): Promise<Page> => {
  const context = await shared.browser.newContext(desk)
  onTestFinished(() => context.close())
  await context.addInitScript((value) => {
    if (localStorage.getItem('banmian:settings') === null) localStorage.setItem('banmian:settings', value)
  }, stored)
  const page = await context.newPage()
  await page.goto(shared.address + path)
  return page
}
const openPage = async (stored?: string): Promise<Page> => {
  const page = await open('2026-11-24/2', stored)
  await appIsThere(page)
  return page
}
const zoomed = (page: Page): Promise<boolean> =>
  page
    .locator('.opening:not(.waiting) > [data-gestures]')
    .evaluate((scroller) => scroller.scrollWidth > scroller.clientWidth + 5)

describe('keys that are characters', () => {
  it('zoom, search and help while they are on', async () => {
    const page = await openPage()
    await page.keyboard.press('+')
    await expect.poll(() => zoomed(page)).toBe(true)
    await page.keyboard.press('0')
    await expect.poll(() => zoomed(page)).toBe(false)
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').textContent()).toContain('可以在“设置”里关掉')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.waitForURL(/\/search/)
  })

  it('do nothing once they are switched off, also after a reload, while arrows and Escape go on', async () => {
    const page = await open('settings')
    await page.getByRole('group', { name: '单键快捷键' }).getByRole('radio', { name: '关' }).check({ force: true })
    await page.goto(`${shared.address}2026-11-24/2`)
    await appIsThere(page)
    for (const key of ['+', '=', '-', '0', 'j', '/', '?']) await page.keyboard.press(key)
    expect(await zoomed(page)).toBe(false)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/2026-11-24/2')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/\/3$/)
    await page.keyboard.press('PageUp')
    await page.waitForURL(/\/2$/)
    await page.keyboard.press('End')
    await page.waitForURL(/\/8$/)
    await page.goto(`${shared.address}settings`)
    expect(await page.getByRole('group', { name: '单键快捷键' }).getByRole('radio', { name: '关' }).isChecked()).toBe(
      true,
    )
  })

  it('are off in the search, and are typed in its field as ever', async () => {
    const page = await open('search', '{"keys":"off"}')
    const field = page.getByRole('searchbox')
    await field.waitFor()
    await field.evaluate((own) => own instanceof HTMLElement && own.blur())
    await page.keyboard.press('/')
    expect(await field.evaluate((own) => own === document.activeElement)).toBe(false)
    await field.focus()
    await page.keyboard.type('j/?+0')
    expect(await field.inputValue()).toBe('j/?+0')
  })

  it('are off over an enlarged picture, which other keys close', async () => {
    const page = await open('2026-11-24/1/y3fqvc', '{"keys":"off"}')
    await page.locator('.blocks figure button').first().click()
    const picture = page.getByRole('dialog').locator('img').first()
    await picture.waitFor()
    const look = () => picture.evaluate((own) => own.getBoundingClientRect().width)
    const before = await look()
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    expect(await look()).toBe(before)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('mean nothing with Ctrl, Alt or Meta', async () => {
    const page = await openPage()
    for (const key of ['Alt+j', 'Control+/', 'Meta+j', 'Alt+0', 'Alt+?']) await page.keyboard.press(key)
    expect(new URL(page.url()).pathname).toBe('/2026-11-24/2')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})
