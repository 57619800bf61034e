import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runSite, type RunningSite } from '../support/browser'
import { testSite } from '../support/build-site'
import { measureLines } from '../support/measure-lines'
import { firefoxProgram, launchFirefox, launchWebKit, webKitProgram, type OtherBrowser } from '../support/other-engines'

const pages = [1, 2, 3, 4, 5, 6, 7]
let site: RunningSite
beforeAll(async () => {
  site = await runSite(testSite)
})
afterAll(() => site.stop())

const isSet = (): boolean => document.querySelector('.typeset .run.body') !== null && document.fonts.status === 'loaded'

const measure = async (browser: OtherBrowser, no: number) => {
  await browser.open(`${site.address}2026-11-24/${no}`)
  await browser.until(isSet)
  return browser.run(measureLines, 0.1)
}

const engines = [
  { name: 'Firefox', program: firefoxProgram, launch: () => launchFirefox() },
  {
    name: 'Firefox with a least size of type of 12 px',
    program: firefoxProgram,
    launch: () => launchFirefox({ 'font.minimum-size.zh-CN': 12, 'font.minimum-size.x-western': 12 }),
  },
  {
    name: 'Firefox with all type enlarged to 200 %, and nothing else',
    program: firefoxProgram,
    launch: () => launchFirefox({ 'ui.textScaleFactor': 200, 'browser.display.os-zoom-behavior': 2 }),
  },
  { name: 'WebKitGTK', program: webKitProgram, launch: launchWebKit },
]

describe.each(engines)('lines of the specimen in $name', ({ program, launch }) => {
  it.skipIf(!program)('end within a tenth of an em of where the press counted, over nothing else', async () => {
    const browser = await launch()
    try {
      for (const no of pages) {
        const { lines, wrong } = await measure(browser, no)
        expect(lines, `page ${no}`).toBeGreaterThan(60)
        expect(wrong, `page ${no}`).toEqual([])
      }
    } finally {
      await browser.close()
    }
  })
})
