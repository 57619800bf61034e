import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { desk, phone, shownHeadline } from '../support/browser'
import { openTestSite } from '../support/open-test-site'

const opened = openTestSite()

interface Shift {
  readonly value: number
  /** What moved, for the message of a failure. */
  readonly moved: string
}

/** Makes a page note everything that moves without the reader's hand (Layout Instability API, W3C), as it moves. */
const noteShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: Shift[] = []
    const nameOf = (source: unknown): string => {
      const node: unknown = Reflect.get(Object(source), 'node')
      const name = node instanceof Element ? `${node.tagName}.${node.getAttribute('class') ?? ''}` : 'something gone'
      return `${name} ${JSON.stringify(source)}`
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'hadRecentInput') !== false) continue
        const sources: unknown[] = Reflect.get(entry, 'sources')
        shifts.push({ value: Number(Reflect.get(entry, 'value')), moved: sources.map(nameOf).join('; ') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { shifts })
  })
const shiftsIn = (page: Page): Promise<Shift[]> =>
  page.evaluate(
    () =>
      new Promise<Shift[]>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(Reflect.get(window, 'shifts')))),
      ),
  )

const openArticle = async (page: Page): Promise<void> => {
  await page.locator(shownHeadline).first().click()
  await page.locator('.article-pane figure img, .article-pane p').first().waitFor()
}
const views = [
  ['a page', '2026-11-24/1', '.opening:not(.waiting) .typeset .run', undefined],
  ['an article', '2026-11-24/1', shownHeadline, openArticle],
  ['a printed page', '2026-11-24/8', '.opening:not(.waiting) .facsimile img', undefined],
  ['the library', 'library', 'h1', undefined],
  ['the settings', 'settings', 'fieldset', undefined],
  ['the calendar', 'calendar/2026/11', '.month a', undefined],
] as const

it.each([
  ['on a phone', phone],
  ['on a desk', desk],
])(
  'nothing moves by itself while a view comes, %s',
  async (_, device) => {
    const shifts: Record<string, number> = {}
    const moved: Record<string, readonly Shift[]> = {}
    for (const [name, path, selector, act] of views) {
      const context = await opened.browser.newContext({ ...device, serviceWorkers: 'block' })
      const page = await context.newPage()
      const client = await context.newCDPSession(page)
      // A slow network: pieces arrive one after the other.
      await client.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 60,
        downloadThroughput: 1_000_000,
        uploadThroughput: 100_000,
      })
      await noteShifts(page)
      await page.goto(opened.address + path)
      await page.locator(selector).first().waitFor()
      await act?.(page)
      await page.waitForLoadState('networkidle')
      moved[name] = await shiftsIn(page)
      shifts[name] = moved[name].reduce((sum, { value }) => sum + value, 0)
      await context.close()
    }
    process.stdout.write(`layout shift ${_}: ${JSON.stringify(shifts)}\n`)
    for (const [name, shift] of Object.entries(shifts))
      expect(shift, `${name}: ${JSON.stringify(moved[name])}`).toBeLessThan(0.02)
  },
  120_000,
)
