import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { phone, watchTroubles } from '../support/browser'
import { openTestSite } from '../support/open-test-site'
import { smallIssue } from '../support/small-issue'
import { tempFolder } from '../support/temp-folder'
import { entriesOf, plainZip, text } from '../support/zips'

const shared = openTestSite()

/** Issues' files of all kinds at once: two papers, two days, a day twice, and three that are none. */
const mixture = async (): Promise<readonly string[]> => {
  const folder = tempFolder()
  const write = async (name: string, blob: Blob): Promise<string> => {
    const path = join(folder, name)
    writeFileSync(path, new Uint8Array(await blob.arrayBuffer()))
    return path
  }
  const issueFile = async (name: string, paper: string, date: string): Promise<string> => {
    const small = await smallIssue()
    Object.assign(small.issue, { id: date, date })
    Object.assign(small.issue.paper, { id: `${paper}.example`, name: paper === 'small' ? '小样报' : '别家报' })
    return write(name, plainZip(entriesOf(small)))
  }
  const small = await smallIssue()
  return [
    await issueFile('一.banmian', 'small', '2026-01-06'),
    await write('空.banmian', new Blob([])),
    await issueFile('二.banmian', 'other', '2026-01-06'),
    await write('坏.banmian', plainZip([...entriesOf(small), ['../evil.js', text('alert(1)')]])),
    await issueFile('三.banmian', 'small', '2026-01-07'),
    await issueFile('又是一.banmian', 'small', '2026-01-06'),
    await write('照片.jpg', new Blob(['no issue'])),
  ]
}
const named = (path: string) => ({ name: path.split('/').at(-1) ?? '', bytes: [...readFileSync(path)] })

/** The ways in which files come to the reader; each comes to the library's page. */
const ways: readonly (readonly [string, (page: Page, files: readonly string[]) => Promise<void>])[] = [
  [
    'picked',
    async (page, files) => {
      await page.goto(`${shared.address}library`)
      await page.getByRole('button', { name: '打开报纸文件' }).waitFor()
      await page.locator('input[type=file]').setInputFiles([...files])
    },
  ],
  [
    'dropped',
    async (page, files) => {
      await page.goto(`${shared.address}library`)
      await page.getByRole('button', { name: '打开报纸文件' }).waitFor()
      const data = await page.evaluateHandle((dropped) => {
        const transfer = new DataTransfer()
        for (const { name, bytes } of dropped) transfer.items.add(new File([new Uint8Array(bytes)], name))
        return transfer
      }, files.map(named))
      await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
      await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    },
  ],
  [
    'opened with the app',
    async (page, files) => {
      await page.addInitScript((opened) => {
        const handles = opened.map(({ name, bytes }) => ({
          name,
          getFile: async () => {
            // As for a file that was moved away before it could be read.
            if (bytes.length === 0) throw new DOMException('gone', 'NotFoundError')
            return new File([new Uint8Array(bytes)], name)
          },
        }))
        const setConsumer = (take: (launch: unknown) => void) => take({ files: handles })
        Object.defineProperty(window, 'launchQueue', { value: { setConsumer } })
      }, files.map(named))
      await page.goto(`${shared.address}library`)
    },
  ],
]

describe('several files at once', () => {
  it.each(ways)('are all taken in one after the other where they are %s, with a word for each', async (_, bring) => {
    const context = await shared.browser.newContext(phone)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const troubles = watchTroubles(page)
    const files = await mixture()
    await bring(page, files)
    const outcomes = page.locator('.outcome > div')
    await outcomes.nth(6).waitFor()
    await expect.poll(async () => (await outcomes.allInnerTexts()).join().includes('正在核对')).toBe(false)
    const said = await outcomes.allInnerTexts()
    const expected = [
      ['一.banmian', '已存进本机：小样报 2026年1月6日'],
      ['空.banmian', '这不是一份报纸文件'],
      ['二.banmian', '已存进本机：别家报 2026年1月6日'],
      ['坏.banmian', '文件里有不属于报纸的东西，没有打开'],
      ['三.banmian', '已存进本机：小样报 2026年1月7日'],
      ['又是一.banmian', '本机已有小样报 2026年1月6日'],
      ['照片.jpg', '这不是一份报纸文件'],
    ]
    expect(said).toHaveLength(expected.length)
    expected.forEach((words, index) => words.forEach((word) => expect(said[index]).toContain(word)))
    await expect.poll(() => page.locator('.shelf li').count()).toBe(3)
    expect(troubles).toEqual([])
  })
})
