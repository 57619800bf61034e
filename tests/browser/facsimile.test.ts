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
/** A scan of 35 megapixels, no two places of which look the same. */
const largeScan = async (): Promise<Buffer> => {
  const [width, height] = [50, 70]
  const colours = Array.from({ length: width * height }, (_, at) => [(at * 37) % 256, (at * 91) % 256, (at * 53) % 256])
  return sharp(Buffer.from(colours.flat()), { raw: { width, height, channels: 3 } })
    .resize(5000, 7000, { kernel: 'nearest' })
    .jpeg({ quality: 60 })
    .toBuffer()
}
const site = openOwnSite(async () => ({
  'page-03/page.yaml': 'picture: blank.png\n',
  'page-03/blank.png': await sharp({ create: { width: 5000, height: 7000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer(),
  'page-02/page.yaml': 'picture: scan.jpg\n',
  'page-02/scan.jpg': await largeScan(),
  'page-02/01-news.md': articleFile(
    'headline: 大图\nid: datu01\noutlines: [[100, 100, 4900, 100, 4900, 6900, 100, 6900]]',
    '一张很大的扫描。',
  ),
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

/** Zooms in as far as it goes. */
const zoomIn = async (page: Page): Promise<void> => {
  await appIsThere(page)
  for (let press = 0; press < 8; press++) await page.keyboard.press('+')
}
const tiles = (page: Page) => page.locator('.tiles img')
const spotInTile = (page: Page, x: number, y: number): Promise<boolean> =>
  tiles(page).evaluateAll(
    (all, [left = 0, top = 0]) =>
      all.some((one) => {
        const box = one.getBoundingClientRect()
        const isLoaded = one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0
        return isLoaded && box.left <= left && box.right >= left && box.top <= top && box.bottom >= top
      }),
    [x, y],
  )
const note = (page: Page) => page.locator('.page-pane [role=status]').filter({ hasText: '更清楚的图' })

describe('a printed page of many megapixels', () => {
  it.each([
    ['no two places of which look the same', '2'],
    ['that is blank, so that one file is every tile', '3'],
  ])('has tiles where it is zoomed in, no more than are seen, and none when it is not: %s', async (_, place) => {
    const page = await site.visit(phone, place)
    await appIsThere(page)
    expect(await tiles(page).count()).toBe(0)
    await zoomIn(page)
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    for (const x of [10, width / 2, width - 10])
      for (const y of [height * 0.3, height / 2, height * 0.7])
        await expect.poll(() => spotInTile(page, x, y)).toBe(true)
    const pixels = await tiles(page).evaluateAll((all) =>
      all.reduce((sum, one) => sum + (one instanceof HTMLImageElement ? one.naturalWidth * one.naturalHeight : 0), 0),
    )
    // A phone's screen and half of it around it, in tiles of a megapixel.
    expect(pixels).toBeLessThan(10_000_000)
    await page.keyboard.press('0')
    await expect.poll(() => tiles(page).count()).toBe(0)
  })

  it('shows each tile where the page has it', async () => {
    const page = await site.visit(phone, '2')
    await zoomIn(page)
    await tiles(page).first().waitFor()
    const misplaced = (): Promise<string[]> =>
      tiles(page).evaluateAll((all) => {
        if (all.length === 0) throw new Error('there are no tiles')
        return all.flatMap((one) => {
          const [box, sheet] = [one.getBoundingClientRect(), one.closest('.facsimile')?.getBoundingClientRect()]
          if (!sheet || !(one instanceof HTMLImageElement)) throw new Error('not on the page')
          const scale = 5000 / sheet.width
          const [x, y] = [(box.x - sheet.x) * scale, (box.y - sheet.y) * scale]
          const side = 512
          const isOnGrid = [x, y].every((place) => Math.abs(place - side * Math.round(place / side)) < 1)
          return isOnGrid && Math.abs(box.width * scale - Math.min(side, 5000 - x)) < 1 ? [] : [`${x} ${y}`]
        })
      })
    // The page may still glide to where its finest tiles are shown.
    await expect.poll(misplaced).toEqual([])
  })

  it('is read on without them, and says so, until they can be had', async () => {
    const page = await site.visit(phone, '2')
    await page.route('**/tile.*', (route) => route.abort())
    await zoomIn(page)
    await note(page).getByText('没有取到').waitFor()
    expect(await page.locator('.opening:not(.waiting) .facsimile img').first().isVisible()).toBe(true)
    await page.unroute('**/tile.*')
    await page.keyboard.press('ArrowDown')
    await tiles(page).first().waitFor()
    await expect.poll(() => note(page).count()).toBe(0)
  })

  it('shows no tile that is not what the paper published, and says so', async () => {
    const page = await site.visit(phone, '2')
    const forged = await sharp({ create: { width: 1024, height: 1024, channels: 3, background: '#f00' } })
      .webp()
      .toBuffer()
    await page.route('**/tile.*', (route) => route.fulfill({ body: forged, contentType: 'image/webp' }))
    await zoomIn(page)
    await note(page).getByText('与报社发布的不一致').waitFor()
    expect(await tiles(page).count()).toBe(0)
  })
})
