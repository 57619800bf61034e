import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appIsThere, desk } from '../support/browser'
import { articleFile } from '../support/manuscript'
import { openOwnSite } from '../support/open-own-site'

const long = Array.from({ length: 60 }, (_, no) => `第${no + 1}句话写得很长，从这一栏写到那一栏；`).join('')
const latin = Array.from({ length: 30 }, () => 'internationalization of newspapers everywhere').join(' ')
const marked = `辻\u{e0100}先生${'走过河\u200b畔\u200b步\u2060道\u00ad，'.repeat(20)}👩🏽\u200d🚒来了。`
const paragraphs = [long, latin, marked, '收尾的一段。']
const article = articleFile(
  'headline: 很长的标题在这里\ndeck: [第一行副题, 第二行副题]\nweight: lead',
  paragraphs.join('\n\n'),
)
const second = articleFile('headline: 另一篇', '另一篇的话。'.repeat(40))

const files = { 'page-01/01.md': article, 'page-01/02.md': second }
const across = openOwnSite(async () => files)
const down = openOwnSite(async () => ({
  ...files,
  'paper.yaml': `id: paper.example
name: 竖排报
lang: zh-Hans
time_zone: Asia/Shanghai
accent: '#1c4f9c'
sheet: tabloid
writing: vertical
`,
}))

/** Copies what `select` selects of a region. @returns what is on the clipboard, as text and as HTML */
const copied = async (page: Page, first: string, last: string): Promise<readonly [string, string]> => {
  await page.evaluate(
    ([from, to]) => {
      const root = document.querySelector('.opening:not(.waiting) .typeset')
      const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT)
      const nodes: Text[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
      const text = nodes.map(({ data }) => data).join('')
      const placeOf = (at: number): [Text, number] => {
        let rest = at
        for (const node of nodes) {
          if (rest <= node.length) return [node, rest]
          rest -= node.length
        }
        throw new Error(`${at} is beyond the page`)
      }
      const range = document.createRange()
      range.setStart(...placeOf(text.indexOf(from ?? '')))
      range.setEnd(...placeOf(text.lastIndexOf(to ?? '') + (to ?? '').length))
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    },
    [first, last],
  )
  await page.keyboard.press('Control+c')
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (item ? (await item.getType(type)).text() : '')
    return [await read('text/plain'), await read('text/html')] as const
  })
}

const clean = (text: string): string => text.replace(/[\u200b\u2060\u00ad]/g, '')
const reader = { ...desk, permissions: ['clipboard-read', 'clipboard-write'] }

describe.each([
  ['horizontal', across],
  ['vertical', down],
])('text copied from a %s page', (_, site) => {
  const open = async (): Promise<Page> => {
    const page = await site.visit(reader, '1')
    await appIsThere(page)
    return page
  }

  it('has a line feed only where a paragraph ends, over columns and line ends', async () => {
    const page = await open()
    const [text, html] = await copied(page, '第1句话', '收尾的一段。')
    expect(text.split('\n')).toEqual(paragraphs.map(clean))
    expect(html).toContain('</p><p>')
    expect(html).not.toMatch(/style=(?!"color: rgb\(0, 0, 0\))/)
  })

  it('is cut where the selection is, in the middle of lines', async () => {
    const [text] = await copied(await open(), '句话写得很长，', '第40句话')
    expect(text).toBe(long.slice(long.indexOf('句话'), long.indexOf('第40句话') + '第40句话'.length))
  })

  it('keeps titles and what follows apart', async () => {
    const [text] = await copied(await open(), '很长的标题', '第2句话')
    expect(text.split('\n')).toEqual([
      '很长的标题在这里',
      '第一行副题',
      '第二行副题',
      long.slice(0, long.indexOf('第2句话') + '第2句话'.length),
    ])
  })

  it('is that of the page if all is selected', async () => {
    const page = await open()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    for (const paragraph of paragraphs) expect(text.split('\n')).toContain(clean(paragraph))
    expect(text.split('\n')).toContain('另一篇的话。'.repeat(40))
  })
})
