import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, phone, runSite, watchTroubles, type RunningSite, shownHeadline } from '../support/browser'
import { buildSite } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { writeManuscript } from '../support/write-manuscript'
import { connectBrowser } from '../support/open-test-site'
import { touchesOf } from '../support/touches'

let browser: Browser
let site: RunningSite
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'second-'))
  writeManuscript(join(folder, 'manuscript'), {
    'paper.yaml': `id: second.example
name: 溪口旬報
lang: zh-Hant
time_zone: Asia/Taipei
accent: '#14507a'
page_turn: rtl
sheet: tabloid
columns: 4
channels: [溪口旬報網]
`,
    'issue.yaml': 'date: 2026-11-20\nserial_no: 12\n',
    'page-01/page.yaml': 'label: A01\nname: 頭版\n',
    'page-01/01.md': articleFile(
      'headline: 書櫃搬進車站\nweight: lead',
      '書櫃靠牆放著，誰都可以拿一本去讀。'.repeat(20),
    ),
    'page-02/page.yaml': 'label: A02\nname: 副刊\n',
    'page-02/01.md': articleFile('headline: 雨天讀報\nweight: lead', '雨下了一天，報紙從頭讀到尾。'.repeat(20)),
  })
  buildSite({ manuscript: join(folder, 'manuscript'), site: join(folder, 'site'), base: '/xikou/' })
  browser = await connectBrowser()
  site = await runSite(join(folder, 'site'), '/xikou/')
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true })
})

describe('another paper, from its own paper.yaml alone', () => {
  it('has its name, colour, language and labels, under a path of its own', async () => {
    const page = await (await browser.newContext(desk)).newPage()
    const troubles = watchTroubles(page)
    await page.goto(site.address)
    await page.getByRole('heading', { level: 1, name: '第A01版 頭版' }).waitFor()
    await page.locator(shownHeadline).first().waitFor()
    expect(await page.title()).toBe('第A01版 頭版 - 溪口旬報 2026年11月20日')
    expect(await page.locator('.nameplate').textContent()).toBe('溪口旬報')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant')
    const accent = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent-light'),
    )
    expect(accent).toBe('#14507a')
    expect(await page.locator('#app').innerText()).not.toContain('版面项目')
    const manifest = await page.evaluate(async () => (await fetch('/xikou/manifest.webmanifest')).json())
    expect(manifest).toMatchObject({ name: '溪口旬報' })
    expect(troubles).toEqual([])
  })

  it('turns right to left: by key, by swipe, by the strip', async () => {
    const page = await (await browser.newContext(phone)).newPage()
    await page.goto(`${site.address}2026-11-20/1`)
    await page.locator(shownHeadline).first().waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { level: 1, name: '第A02版 副刊' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/xikou/2026-11-20/2')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { level: 1, name: '第A01版 頭版' }).waitFor()
    const hand = touchesOf(await page.context().newCDPSession(page))
    await hand.swipe([60, 400], [330, 400])
    await page.getByRole('heading', { level: 1, name: '第A02版 副刊' }).waitFor()
    expect(await page.locator('.strip ol').first().getAttribute('dir')).toBe('rtl')
  })
})
