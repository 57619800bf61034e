import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { appIsThere, desk, phone } from '../support/browser'
import { articleFile } from '../support/manuscript'
import { openOwnSite } from '../support/open-own-site'

const sentence = (at: number): string => `第${at}句说的是河边的第${at}棵树，树下有一张长椅，天天有人坐。`
const sentences = Array.from({ length: 60 }, (_, at) => sentence(at + 1))
const lineLength = 30
/** The same text on a scan, in lines of 30 characters. */
const words = [...sentences.join('')].map((character, index) => {
  const [x, y] = [100 + (index % lineLength) * 40, 200 + Math.floor(index / lineLength) * 44]
  return `${x} ${y} 38 38 ${character}`
})
const grey = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#eee' } })
    .png()
    .toBuffer()

const site = openOwnSite(async () => ({
  'page-01/page.yaml': 'name: 要闻\n',
  'page-01/01-trees.md': articleFile('headline: 河边的树\nid: shumu1', sentences.join('\n\n')),
  'page-01/02-ferry.md': articleFile(
    'headline: 渡口的船\nid: chuan1',
    '## 早班船\n\n船从早上六点开，一直开到天黑。\n\n<!-- cut: 4 -->\n\n船上的人提着菜篮。',
  ),
  'page-02/page.yaml': 'picture: scan.png\n',
  'page-02/scan.png': await grey(1400, 3200),
  'page-02/01-trees.md': articleFile(
    'headline: 扫描的树\nid: saomiao1\noutlines: [[80, 100, 1360, 100, 1360, 2900, 80, 2900]]',
    sentences.join(''),
  ),
  'page-02/words.txt': ['# page-02/01-trees', ...words].join('\n'),
  'page-03/page.yaml': 'picture: scan.png\n',
  'page-03/scan.png': await grey(1400, 1800),
  'page-04/page.yaml': 'name: 副刊\n',
  'page-04/01-poem.md': articleFile('headline: 老桥', '桥还在，水还在流。'),
}))

const form = (page: Page) => page.getByRole('button', { name: '文字', exact: true })
const text = (page: Page) => page.locator('.page-text')
/** Shows the page as text, or as a sheet again. */
const change = async (page: Page): Promise<void> => {
  const isText = (await form(page).getAttribute('aria-pressed')) === 'true'
  await form(page).click()
  if (isText) await appIsThere(page)
  else await text(page).waitFor()
}
const scroller = (page: Page) => page.locator('[data-keep-place="text"]')
/** The sentence at the place that the address says. */
const sentenceInAddress = (page: Page, whole: string): string => {
  const [, from, to] = /lit=(\d+)-(\d+)/.exec(page.url()) ?? []
  return from && to ? whole.slice(Number(from), Number(to)) : ''
}
const scrollText = async (page: Page, share: number): Promise<void> => {
  await scroller(page).evaluate((element, part) => element.scrollTo({ top: element.scrollHeight * part }), share)
}
/** What is marked in the text, and how far from the top of the scroller it is, in shares of its height. */
const marked = (page: Page) =>
  page.evaluate(() => {
    const [mark, frame] = [
      document.querySelector('.page-text mark'),
      document.querySelector('[data-keep-place="text"]'),
    ]
    if (!mark || !frame) return undefined
    const [own, around] = [mark.getBoundingClientRect(), frame.getBoundingClientRect()]
    return { text: mark.textContent, at: (own.top - around.top) / around.height }
  })

describe.each([
  ['a typeset page', '1', `${sentences.join('\n')}\n`],
  ['a printed page', '2', `${sentences.join('')}\n`],
] as const)('%s read as text', (_name, no, whole) => {
  it('has all of its text, and shows the line that was in the middle of the screen', async () => {
    const page = await site.visit(desk, no)
    await appIsThere(page)
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await page.locator('.opening:not(.waiting) > .zoomed').waitFor()
    await page
      .locator('.opening:not(.waiting) > .scroller')
      .evaluate((element) => element.scrollTo({ top: 900, left: 300 }))
    await change(page)
    const read = (await text(page).locator('.blocks').first().innerText()).replaceAll(/\s/gu, '')
    expect(read).toContain(sentences.join(''))
    const there = sentenceInAddress(page, whole)
    expect(there).not.toBe('')
    const shown = await marked(page)
    expect(there.replaceAll('\n', '')).toContain(shown?.text ?? 'nothing')
    expect(shown?.at).toBeGreaterThan(0)
    expect(shown?.at).toBeLessThan(0.6)
  })

  it('leads back to the line that was read last, lit on the page', async () => {
    const page = await site.visit(desk, no)
    await appIsThere(page)
    await change(page)
    await scrollText(page, 0.4)
    await change(page)
    const there = sentenceInAddress(page, whole)
    expect(sentences.some((one) => one.includes(there.trim()))).toBe(true)
    const lit = page.locator('.opening:not(.waiting) .hit').first()
    await lit.waitFor()
    const box = await lit.boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(desk.viewport?.height ?? 0)
    // And there and back again it is still the same line.
    const address = page.url()
    await change(page)
    expect((await marked(page))?.text).toBe(there.trim())
    await change(page)
    expect(page.url()).toBe(address)
  })
})

it('pages stay text as they turn, and after the app is opened again; a printed jump leads to the rest of its article', async () => {
  const page = await site.visit(phone, '1')
  await appIsThere(page)
  await form(page).tap()
  await text(page).getByRole('link', { name: '下转第四版' }).tap()
  await page.waitForURL(/\/4#chuan1$/)
  const rest = text(page).locator('[data-article="chuan1"]')
  await rest.getByText('船上的人提着菜篮。').waitFor()
  expect(await rest.locator('h3').count()).toBe(0)
  await page.reload()
  await rest.getByText('船上的人提着菜篮。').waitFor()
  await rest.getByRole('link', { name: '上接第一版' }).tap()
  await text(page).getByRole('heading', { name: '早班船', level: 3 }).waitFor()
})

it('a title opens its article, and the way back leads to the text', async () => {
  const page = await site.visit(phone, '1')
  await appIsThere(page)
  await form(page).tap()
  await text(page).getByRole('link', { name: '渡口的船' }).tap()
  await page.waitForURL(/\/1\/chuan1$/)
  await page.locator('#article-title').waitFor()
  await page.goBack()
  await text(page).waitFor()
})

it('keys scroll the text, make its type larger and smaller, and turn pages', async () => {
  const page = await site.visit(desk, '1')
  await appIsThere(page)
  await change(page)
  const size = (): Promise<string> => text(page).evaluate((element) => getComputedStyle(element).fontSize)
  const before = parseFloat(await size())
  await page.keyboard.press('+')
  await expect.poll(async () => parseFloat(await size())).toBeGreaterThan(before)
  await page.keyboard.press('0')
  await expect.poll(async () => parseFloat(await size())).toBe(before)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => scroller(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(50)
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/\/2$/)
  // The next page begins at its top.
  await expect.poll(() => scroller(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0)
})

it('a page without articles says so', async () => {
  const page = await site.visit(phone, '3')
  await appIsThere(page)
  await form(page).tap()
  await text(page).getByText('这一版没有文字').waitFor()
})
