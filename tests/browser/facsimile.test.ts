import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { appIsThere, desk, phone } from '../support/browser'
import { articleFile } from '../support/manuscript'
import { openOwnSite } from '../support/open-own-site'

/** Two paragraphs, printed in lines of six characters, 20 pixels high: the first in one column, the second in the next. */
const paragraphs = ['河畔步道全线贯通，市民可以从老桥走到渡口。', '再从渡口走到新桥，沿途有二十处长椅可以歇脚。']
const lineLength = 6
const words = paragraphs.flatMap((text, column) =>
  [...text].map((character, index) => {
    const x = 100 + column * 300 + (index % lineLength) * 30
    return `${x} ${200 + Math.floor(index / lineLength) * 40} 28 28 ${character}`
  }),
)
const site = openOwnSite(async () => ({
  'page-01/page.yaml': 'picture: scan.png\n',
  'page-01/scan.png': await sharp({ create: { width: 800, height: 1200, channels: 3, background: '#eee' } })
    .png()
    .toBuffer(),
  'page-01/01-news.md': articleFile(
    'headline: 步道通了\nid: budao1\noutlines: [[80, 100, 700, 100, 700, 500, 80, 500]]',
    paragraphs.join('\n\n'),
  ),
  'page-01/words.txt': ['# page-01/01-news', '100 120 60 40 步道', '160 120 60 40 通了', ...words].join('\n'),
}))

const reader = { ...desk, permissions: ['clipboard-read', 'clipboard-write'] }
const lineAt = (page: Page, index: number) => page.locator('.printed-line').nth(index)

/** Drags the mouse from the beginning of one printed line to the end of another. */
const drag = async (page: Page, first: number, last: number): Promise<void> => {
  const [from, to] = [await lineAt(page, first).boundingBox(), await lineAt(page, last).boundingBox()]
  if (!from || !to) throw new Error('the lines are not on the screen')
  await page.mouse.move(from.x + 1, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 6 })
  await page.mouse.up()
}

describe('the print of a facsimile page', () => {
  it('can be selected with the mouse, and is copied as paragraphs over lines and columns', async () => {
    const page = await site.visit(reader, '1')
    await appIsThere(page)
    await lineAt(page, 0).waitFor()
    await drag(page, 0, (await page.locator('.printed-line').count()) - 1)
    const address = page.url()
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(paragraphs.join('\n'))
    // The click that ended the selection has opened nothing.
    expect(page.url()).toBe(address)
  })

  it('opens its article by a click', async () => {
    const page = await site.visit(reader, '1')
    await appIsThere(page)
    await lineAt(page, 3).click()
    await page.waitForURL(/\/1\/budao1$/)
  })

  it('is lit where the article has the place that the address names', async () => {
    for (const options of [desk, phone]) {
      const page = await site.visit(
        options,
        `1?lit=${paragraphs[0]?.indexOf('老桥')}-${(paragraphs[0]?.indexOf('老桥') ?? 0) + 2}#budao1`,
      )
      await page.locator('.page-pane .hit').first().waitFor()
      const hits = await page.locator('.page-pane .hit').evaluateAll((all) =>
        all.map((hit) => {
          const [box, sheet] = [hit.getBoundingClientRect(), hit.closest('.facsimile')?.getBoundingClientRect()]
          if (!sheet) throw new Error('not on the page')
          const scale = 800 / sheet.width
          return [box.x - sheet.x, box.y - sheet.y, box.width, box.height].map((value) => Math.round(value * scale))
        }),
      )
      // 老桥 are the fifteenth and sixteenth characters: the third and fourth of the third line.
      expect(hits).toHaveLength(1)
      hits[0]?.forEach((value, side) => expect(Math.abs(value - ([160, 280, 58, 28][side] ?? 0))).toBeLessThan(3))
    }
  })

  it('needs no list of words: without one the page is a picture with its articles', async () => {
    const page = await site.visit(desk, '1')
    await page.route('**/words-*', (route) => route.fulfill({ status: 404 }))
    await page.reload()
    await appIsThere(page)
    await page
      .getByRole('link', { name: /步道通了/ })
      .first()
      .click()
    await page.waitForURL(/\/1\/budao1$/)
    await page.getByText(paragraphs[1] ?? '').waitFor()
  })
})
