import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boldAdvances, regularAdvances } from '@/text/setting-face'
import { desk, launch, phone, type RunningSite, shownHeadline } from '../support/browser'
import { measureLines } from '../support/measure-lines'
import { beginStory, type Story } from '../support/story'

/** Families of this machine that have 版, in one of which a reader's own may draw the page; none where nothing lists them. */
const families = [
  ...new Set(
    (spawnSync('fc-list', [':charset=7248', 'family'], { encoding: 'utf8' }).stdout ?? '')
      .split('\n')
      .map((names) => names.split(',')[0] ?? '')
      .filter((name) => name && !/Mono|\b(?:HK|JP|KR|TC|TW)\b/u.test(name)),
  ),
].sort()

let site: RunningSite
let page: Page
let end: Story['end']

beforeAll(async () => {
  ;({ site, page, end } = await beginStory(desk))
  await page.goto(`${site.address}2026-11-24/1`)
  await page.locator(shownHeadline).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
})
afterAll(() => end())

describe('the setting face', () => {
  it.each([
    ['400', regularAdvances],
    ['700', boldAdvances],
  ] as const)('has at weight %s the advances that the press counts with', async (weight, advances) => {
    const measured = await page.evaluate(
      async ([of, rows]) => {
        // The file of the letters that few pages have is loaded when one of them is drawn.
        await document.fonts.load(`${of} 16px "Banmian Setting"`, rows.map(([, characters]) => characters).join(''))
        const context = document.createElement('canvas').getContext('2d')
        if (!context) throw new Error('no canvas')
        context.font = `${of} 1000px "Banmian Setting"`
        context.fontKerning = 'none'
        return rows.flatMap(([advance, characters]) =>
          [...characters].filter((character) => Math.abs(context.measureText(character).width - advance) > 0.6),
        )
      },
      [weight, advances] as const,
    )
    expect(measured).toEqual([])
  })
})

describe('lines of a typeset page', () => {
  const pages = [1, 2, 3, 4, 5, 6, 7]
  it.each(pages)('of page %i end where the press counted, on the baseline grid, over nothing else', async (no) => {
    await page.goto(`${site.address}2026-11-24/${no}`)
    await page.locator(shownHeadline).first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    const found = await page.evaluate(measureLines, 0.02)
    expect(found.lines).toBeGreaterThan(60)
    expect(found.wrong).toEqual([])
  })

  it('end there too where the browser draws no type below 12 px', async () => {
    const strict = await launch('--blink-settings=minimumFontSize=12,minimumLogicalFontSize=12')
    const sheet = await (await strict.newContext(phone)).newPage()
    await sheet.goto(`${site.address}2026-11-24/2`)
    await sheet.locator(shownHeadline).first().waitFor()
    await sheet.evaluate(() => document.fonts.ready)
    const found = await sheet.evaluate(measureLines, 0.02)
    // What the setting does: small type elsewhere is drawn larger than it says.
    const drawn = await sheet.evaluate(() => {
      const probe = document.createElement('span')
      probe.style.cssText = 'position:absolute;font-size:6px'
      probe.textContent = '字'.repeat(10)
      document.body.append(probe)
      return probe.getBoundingClientRect().width
    })
    await strict.close()
    expect(drawn).toBeGreaterThan(100)
    expect(found.lines).toBeGreaterThan(60)
    expect(found.wrong).toEqual([])
  })

  it.skipIf(families.length === 0)(
    `end there in every Chinese face of this machine: ${families.join(', ')}`,
    async () => {
      for (const family of families) {
        await page.goto(`${site.address}2026-11-24/2`)
        await page.locator(shownHeadline).first().waitFor()
        await page.evaluate((name) => {
          for (const face of ['--serif', '--sans', '--kai'])
            document.documentElement.style.setProperty(face, JSON.stringify(name))
        }, family)
        await page.evaluate(() => document.fonts.ready)
        const found = await page.evaluate(measureLines, 0.02)
        expect(found.lines, family).toBeGreaterThan(60)
        expect(found.wrong, family).toEqual([])
      }
    },
  )

  it('can be found across a line’s end, and copied as a paragraph', async () => {
    await page.goto(`${site.address}2026-11-24/1`)
    await page.locator(shownHeadline).first().waitFor()
    const { found, copied } = await page.evaluate(() => {
      const run = document.querySelector<HTMLElement>('.run.body')
      const [first, second] = run?.querySelectorAll<HTMLElement>('.line') ?? []
      const over = `${first?.textContent?.slice(-4)}${second?.textContent?.slice(0, 4)}`
      getSelection()?.removeAllRanges()
      const isFound = Reflect.get(window, 'find').call(window, over)
      const range = document.createRange()
      if (run) range.selectNodeContents(run)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return { found: isFound, copied: getSelection()?.toString() ?? '' }
    })
    expect(found).toBe(true)
    expect(copied).not.toContain('\n')
    expect(copied.length).toBeGreaterThan(20)
  })
})
