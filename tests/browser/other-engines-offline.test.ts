import { describe, expect, it } from 'vitest'
import { runSite } from '../support/browser'
import { testSite } from '../support/build-site'
import { firefoxProgram, launchFirefox, launchWebKit, webKitProgram } from '../support/other-engines'

const engines = [
  { name: 'Firefox', program: firefoxProgram, launch: () => launchFirefox() },
  { name: 'WebKitGTK', program: webKitProgram, launch: launchWebKit },
]

// These run inside the page: they may use nothing from outside.
const isShown = (heading: string): boolean =>
  document.querySelector('#page-title')?.textContent.includes(heading) === true &&
  document.querySelector('.opening:not(.waiting) :is(.run.body, .facsimile img)') !== null
const isRead = (): boolean =>
  document.querySelector('#article-title') !== null && document.querySelector('.seam') !== null
const isSaid = (words: string): boolean => document.body.innerText.includes(words)
const hasPicture = (selector: string): boolean =>
  [...document.querySelectorAll<HTMLImageElement>(selector)].some(({ naturalWidth }) => naturalWidth > 100)
const canGoOffline = (): boolean => navigator.serviceWorker.controller?.state === 'activated'

describe.each(engines)('a resident with $name', ({ program, launch }) => {
  it.skipIf(!program)('saves the issue, and reads it on without a network', async () => {
    const site = await runSite(testSite)
    const browser = await launch()
    const at = (path: string): Promise<void> => browser.open(`${site.address}${path}`)
    try {
      await at('2026-11-24/1')
      await browser.until(isShown, '第一版')
      expect(await browser.press('.saving button')).toBe(true)
      await browser.until(isSaid, '已存')
      await browser.until(canGoOffline)
      await site.stop()

      await at('2026-11-24/3')
      await browser.until(isShown, '第三版')
      await browser.until(hasPicture, '.opening:not(.waiting) img.plate')
      expect(await browser.press('.opening:not(.waiting) .jump.continued-on')).toBe(true)
      await browser.until(isShown, '第七版')
      await at('2026-11-24/8')
      await browser.until(hasPicture, '.opening:not(.waiting) .facsimile img')
      await at('')
      await browser.until(isShown, '第一版')
      expect(await browser.press('.opening:not(.waiting) .headline')).toBe(true)
      await browser.until(isRead)
      await at('2026-11-23/1')
      await browser.until(isSaid, '现在没有网络，这一期也没有存在本机')
      for (const [path, words] of [
        ['library', '已存报纸'],
        ['search', '搜索'],
        ['settings', '设置'],
        ['calendar', '2026年11月'],
      ] as const) {
        await at(path)
        await browser.until(isSaid, words)
      }
    } finally {
      await browser.close()
      await site.stop()
    }
  })
})
