import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { shownHeadline } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const opened = openTestSite()

/** What can be pressed that something else lies over, or that sticks out of the window; and panes that lie over each other. */
const coveredControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim()
    const faults: string[] = []
    let seen = 0
    for (const control of document.querySelectorAll('.tool:is(a, button), .button')) {
      const { left, right, top, bottom, width } = control.getBoundingClientRect()
      const isShown = control.checkVisibility({ visibilityProperty: true }) && width > 1
      if (!isShown || bottom > innerHeight || top < 0) continue
      seen++
      if (left < 0 || right > innerWidth) faults.push(`${nameOf(control)} sticks out`)
      const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (!onTop || !control.contains(onTop)) faults.push(`${nameOf(control)} is covered`)
    }
    if (seen < 5) faults.push(`only ${seen} controls are shown`)
    const panes = [...document.querySelectorAll('.page-pane, .panes > aside')].filter((pane) =>
      pane.checkVisibility({ visibilityProperty: true }),
    )
    for (const pane of panes)
      if (pane.scrollWidth > pane.clientWidth) faults.push(`${pane.className} is wider than its place`)
    return faults
  })

it.each(['off', 'on'])('nothing lies over a control on screens of any width, 长辈版 %s', async (elder) => {
  const context = await opened.browser.newContext({ serviceWorkers: 'block' })
  await context.addInitScript((set) => localStorage.setItem('banmian:settings', JSON.stringify({ elder: set })), elder)
  const page = await context.newPage()
  const faults: string[] = []
  for (const width of [360, 412, 820, 960, 1100, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${opened.address}2026-11-24/2`)
    await page.locator(shownHeadline).first().waitFor()
    if (width >= 960) await page.getByRole('button', { name: '键盘与手势' }).waitFor()
    faults.push(...(await coveredControls(page)).map((fault) => `page, ${width}: ${fault}`))
    await page.locator(shownHeadline).first().click()
    await page.getByRole('button', { name: '更多' }).waitFor()
    faults.push(...(await coveredControls(page)).map((fault) => `article, ${width}: ${fault}`))
  }
  expect(faults).toEqual([])
  await context.close()
})
