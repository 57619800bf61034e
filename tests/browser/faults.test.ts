import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encode } from '@/bundle/codec'
import { seal } from '@/press/model/seal'
import { edited } from '../support/edited'
import { phone, runSite, watchTroubles, type RunningSite } from '../support/browser'
import { testSite } from '../support/build-site'
import { smallIssue, type SmallIssue } from '../support/small-issue'
import { connectBrowser } from '../support/open-test-site'

let browser: Browser
let site: RunningSite
let folder: string

beforeAll(async () => {
  browser = await connectBrowser()
  folder = mkdtempSync(join(tmpdir(), 'faults-'))
  cpSync(testSite, folder, { recursive: true, filter: (source) => !source.startsWith(join(testSite, 'data')) })
  site = await runSite(folder)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true })
})

/** The small issue as this site's own paper would publish it. */
const ownIssue = async (): Promise<SmallIssue> => {
  const small = await smallIssue()
  small.issue.paper.id = 'specimen.banmian.example'
  return small
}

/** Puts an issue's folder on the site, and at its addresses the page that loads it. */
const publish = (issueJson: Uint8Array, files: ReadonlyMap<string, Uint8Array>): void => {
  const target = join(folder, 'data/2026-01-05')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'issue.json'), issueJson)
  for (const [name, bytes] of files) writeFileSync(join(target, name), bytes)
  for (const path of ['1', '1/bbb222']) {
    mkdirSync(join(folder, '2026-01-05', path), { recursive: true })
    cpSync(join(folder, 'shell.html'), join(folder, '2026-01-05', path, 'index.html'))
  }
}

/** What a reader sees at a path of the issue, and what went wrong unseen. */
const see = async (path: string) => {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' })
  const page = await context.newPage()
  const troubles = watchTroubles(page)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(`${site.address}2026-01-05${path}`)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const text = await page.locator('#app').innerText()
  const isReady = (await page.locator('.typeset .region').count()) > 0
  await context.close()
  return { text, troubles, dialogs, isReady }
}

const region = 'pages.0.renditions.0.regions.0'

describe('a bad bundle gets words, and nothing of it is shown', () => {
  it('is not what this test shows when the bundle is good', async () => {
    const { issue, files } = await ownIssue()
    publish(encode(issue), files)
    expect(await see('/1')).toMatchObject({ isReady: true, troubles: [] })
  })

  it.each([
    ['a newer major version', 'format', '2.0', '这一期要用新版阅读器打开'],
    ['ids that clash', 'articles.1.id', 'aaa111', '这一期的数据有损坏'],
    ['an outline outside its page', `${region}.outlines.0`, [0, 0, 99_999, 0, 0, 99_999], '这一期的数据有损坏'],
    [
      'a part claimed by two articles',
      'pages.0.renditions.0.regions.1.outlines',
      [[200, 400, 2200, 400, 2200, 1500, 200, 1500]],
      '这一期的数据有损坏',
    ],
    ['ranges that overlap', 'pages.1.renditions.0.regions.0.range', [3, 34], '这一期的数据有损坏'],
    ['ranges that leave a gap', 'articles.0.extent', 99, '这一期的数据有损坏'],
    ['another paper’s issue', 'paper.id', 'other.example', '打开的不是这一期'],
  ])('%s', async (_, path, value, words) => {
    const { issue, files } = await ownIssue()
    publish(encode(edited(issue, path, value)), files)
    const { text, isReady } = await see('/1')
    expect(text).toContain(words)
    expect(isReady).toBe(false)
  })

  it('truncated JSON', async () => {
    const { issue, files } = await ownIssue()
    publish(encode(issue).slice(0, 900), files)
    expect((await see('/1')).text).toContain('这一期的数据有损坏')
  })

  it('a part with the wrong digest', async () => {
    const { issue, files } = await ownIssue()
    const name = issue.pages[0]?.part ?? ''
    publish(encode(issue), new Map([...files, [name, encode({ pieces: [] })]]))
    const { text, isReady } = await see('/1')
    expect(text).toContain('收到的数据与报社发出的不一致')
    expect(isReady).toBe(false)
  })

  it('a missing part', async () => {
    const { issue, files } = await ownIssue()
    const name = issue.pages[0]?.part ?? ''
    publish(encode(issue), new Map([...files].filter(([file]) => file !== name)))
    expect((await see('/1')).text).toContain('这一期缺了一部分')
  })

  it('a manifest of 50 MB', async () => {
    const { files } = await ownIssue()
    publish(new Uint8Array(50 * 1024 * 1024).fill(32), files)
    expect((await see('/1')).text).toContain('数据大得不正常，没有打开')
  })

  it('text with markup and script in it is text: nothing runs', async () => {
    const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    const small = await ownIssue()
    const part = await seal(
      { stem: 'page-01', ending: 'json', role: 'page' },
      encode({
        pieces: [
          { article: 'bbb222', range: [0, attack.length + 1], blocks: [{ kind: 'paragraph', leaves: [attack] }] },
        ],
        setting: {
          bodySize: 64,
          leading: 90,
          articles: [
            {
              article: 'bbb222',
              titles: [{ box: [0, 180, 4000, 90], role: 'headline', size: 64, lines: [attack.length] }],
              frames: [{ box: [0, 0, 4000, 90], runs: [{ lines: [attack.length] }] }],
            },
          ],
          furniture: [{ box: [0, 400, 4000, 90], role: 'folio', text: attack, size: 60 }],
          grounds: [],
        },
      }),
    )
    const page = { ...small.issue.pages[0], part: part.entry.name }
    const issue = {
      ...small.issue,
      pages: [
        {
          ...page,
          renditions: [
            {
              kind: 'typeset',
              width: 5460,
              height: 7900,
              regions: [{ article: 'bbb222', range: [0, attack.length + 1], outlines: [[0, 0, 9, 0, 9, 9]] }],
            },
          ],
        },
      ],
      articles: [{ id: 'bbb222', kind: 'news', headline: attack, byline: attack, extent: attack.length + 1 }],
      pictures: [],
      parts: [part.entry],
    }
    publish(encode(issue), new Map([[part.entry.name, part.bytes]]))
    for (const path of ['/1', '/1/bbb222']) {
      const { text, dialogs, troubles } = await see(path)
      expect(text).toContain(attack)
      expect(dialogs).toEqual([])
      expect(troubles).toEqual([])
    }
  })
})
