import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appIsThere, desk, runSite, type RunningSite, shownHeadline } from '../support/browser'
import { buildSite } from '../support/build-site'
import { articleFile } from '../support/manuscript'
import { measureLines } from '../support/measure-lines'
import { connectBrowser } from '../support/open-test-site'
import { writeManuscript } from '../support/write-manuscript'

let browser: Browser
let site: RunningSite
let page: Page
let folder: string

const padding = '河畔步道全线贯通，市民可以从老桥一路走到渡口，再从渡口走到新桥。'
const paragraphs = [
  '路牌写作Lǜshuǐ Qiáo，来宾有Škoda、Nguyễn和Øystein三位，读音[tʂʰwəŋ]与e\u0301、m\u0304、ê\u030c都要印对。',
  '旗子是🇲🇳🇰🇿🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}，来的有👩🏽\u200d🚒和👨\u200d👩\u200d👦，按7\ufe0f\u20e3或#\ufe0f\u20e3键，♥\ufe0f。',
  '匾上写着شكرا جزيلا لكم جميعا，旁边是תודה רבה לכולם，还有བོད་ཡིག་དང་与ขอบคุณมาก和धन्यवाद四种。',
  '辻\u{e0100}先生和邊\u{e0101}先生从New\u00a0York来，河\u200b畔\u200b步\u2060道\u00ad和\u200e东港\u200f都去了，⸺他说⸺还要再来。',
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clusters-'))
  const body = paragraphs.flatMap((one) => [one, padding.repeat(2) + one]).join('\n\n')
  writeManuscript(join(folder, 'manuscript'), {
    'page-01/01.md': articleFile('headline: 绿字读lǜ，辻\u{e0100}先生👍🏽\nweight: lead', body),
  })
  buildSite({ manuscript: join(folder, 'manuscript'), site: join(folder, 'site') })
  browser = await connectBrowser()
  site = await runSite(join(folder, 'site'))
  page = await (await browser.newContext(desk)).newPage()
  await page.goto(`${site.address}2026-11-24/1`)
  await page.locator(shownHeadline).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // It is the app that fits the boxes to the fonts of the device.
  await appIsThere(page)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true })
})

describe('a page with more than Han characters and Latin letters', () => {
  it('has lines that end where the press counted', async () => {
    const found = await page.evaluate(measureLines, 0.03)
    expect(found.lines).toBeGreaterThan(20)
    // A line that would need too much spacing stays short.
    expect(found.wrong.filter((one) => !/: -\d/.test(one))).toEqual([])
  })

  it('draws what the setting face lacks inside boxes, each wide enough', async () => {
    const boxes = await page.locator('.typeset .boxed').evaluateAll((all) =>
      all.map((box) => {
        const range = document.createRange()
        range.selectNodeContents(box)
        const scale = box.getBoundingClientRect().width / (box instanceof HTMLElement ? box.offsetWidth : 1)
        return {
          text: box.textContent,
          over: range.getBoundingClientRect().width - box.getBoundingClientRect().width - 1.5 * scale,
        }
      }),
    )
    expect(boxes.filter(({ over }) => over > 0)).toEqual([])
    const texts = boxes.map(({ text }) => text)
    for (const whole of ['🇲🇳', '👩🏽\u200d🚒', '7\ufe0f\u20e3', 'ขอบคุณมาก', 'धन्यवाद', '辻\u{e0100}', '⸺'])
      expect(texts).toContain(whole)
    expect(texts.join('')).not.toMatch(/\p{Script=Latin}/u)
  })

  it('fills the box of a run from one end to the other with what is drawn in it', async () => {
    const shares = await page.locator('.typeset .boxed[dir=auto]').evaluateAll((all) =>
      all.map((box) => {
        const range = document.createRange()
        range.selectNodeContents(box)
        const [ink, room] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
        return {
          text: box.textContent,
          ends: [ink.left - room.left, room.right - ink.right].map((gap) => gap / ink.height),
        }
      }),
    )
    expect(shares.length).toBeGreaterThan(5)
    expect(shares.filter(({ ends }) => ends.some((gap) => Math.abs(gap) > 0.05))).toEqual([])
  })

  it('orders the words of a script from right to left', async () => {
    const order = await page
      .locator('.typeset .boxed[dir=auto]')
      .filter({ hasText: /^[\u0590-\u06ff]+ [\u0590-\u06ff]/ })
      .first()
      .evaluate((box) => {
        const node = box.firstChild
        if (!node) return []
        return [0, (node.textContent ?? '').lastIndexOf(' ') + 1].map((at) => {
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          return range.getBoundingClientRect().left
        })
      })
    expect(order).toHaveLength(2)
    expect(order[0]).toBeGreaterThan(order[1] ?? Infinity)
  })

  it('draws nothing of what has no width', async () => {
    const text = await page.locator('.typeset .line').evaluateAll((lines) =>
      lines
        .flatMap((line) => [...line.childNodes])
        .filter((node) => !(node instanceof Element && node.classList.contains('boxed')))
        .map((node) => node.textContent)
        .join(''),
    )
    expect(text).not.toMatch(/[\u00ad\u200b-\u200f\u2060\ufeff]/u)
    expect(text).toContain('河畔步道和东港都去了')
  })
})
