import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textOf } from '@/bundle/article-text'
import { decodeIssue, decodePagePart } from '@/bundle/codec'
import type { Page as PaperPage } from '@/bundle/issue'
import { findArticle } from '@/bundle/lookup'
import { mergeArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import { appIsThere, desk, phone, shownHeadline } from '../support/browser'
import { testSite } from '../support/build-site'
import { openTestSite } from '../support/open-test-site'

const opened = openTestSite()

/** What a screen reader comes to, from top to bottom: role and name of everything that is not hidden from it. */
const heardOn = async (page: Page): Promise<{ readonly role: string; readonly name: string }[]> => {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const walk = (id: string): { readonly role: string; readonly name: string }[] => {
    const node = byId.get(id)
    if (!node) return []
    const own = node.ignored ? [] : [{ role: String(node.role?.value), name: String(node.name?.value ?? '') }]
    return [...own, ...(node.childIds ?? []).flatMap(walk)]
  }
  return walk(nodes[0]?.nodeId ?? '')
}
const issueFolder = join(testSite, 'data/2026-11-24')
const issue = decodeIssue(readFileSync(join(issueFolder, 'issue.json')))
const partOf = ({ part }: PaperPage): PagePart => decodePagePart(readFileSync(join(issueFolder, part)), part, issue)

describe('a screen reader', () => {
  it('comes to the headlines of a page in reading order, each once, and to none of its lines', async () => {
    const page = await (await opened.browser.newContext(phone)).newPage()
    await page.goto(`${opened.address}2026-11-24/2`)
    await page.locator(shownHeadline).first().waitFor()
    const heard = await heardOn(page)
    const sheet = heard.findIndex(({ role, name }) => role === 'group' && name.includes('第二版'))
    const list = heard.findIndex(({ role }, index) => index > sheet && role === 'list')
    const onSheet = heard.slice(sheet, list)
    const links = onSheet.filter(({ role }) => role === 'link').map(({ name }) => name.replaceAll(/\s/gu, ''))
    const regions = issue.pages[1]?.renditions[0]?.regions ?? []
    const titles = regions.map(({ article }) => (findArticle(issue, article)?.headline ?? '').replaceAll(/\s/gu, ''))
    expect(titles.length).toBeGreaterThan(5)
    expect(links.filter((name) => titles.includes(name))).toEqual(titles)
    const [first] = mergeArticle(issue, regions[0]!.article, partOf).blocks.flatMap(({ kind, leaves }) =>
      kind === 'paragraph' ? leaves : [],
    )
    expect(onSheet.filter(({ name }) => name.includes(first?.slice(0, 8) ?? ''))).toEqual([])
    await page.context().close()
  })

  it('hears an article over its jumps as one text, in the order of reading', async () => {
    const page = await (await opened.browser.newContext(phone)).newPage()
    await page.goto(`${opened.address}2026-11-24/1`)
    await page.locator(shownHeadline).first().click()
    await page.locator('.seam').nth(1).waitFor()
    const heard = (await heardOn(page))
      .filter(({ role }) => role === 'StaticText')
      .map(({ name }) => name)
      .join('')
      .replaceAll(/\s/gu, '')
    const seams = (await page.locator('.seam').allTextContents()).map((text) => text.replaceAll(/\s/gu, ''))
    expect(seams[0]).toContain('此处由第一版转至第三版')
    expect(seams[1]).toContain('此处由第三版转至第七版')
    const { blocks } = mergeArticle(issue, issue.articles[0]!.id, partOf)
    const paragraphs = textOf(blocks)
      .replaceAll(/[^\S\n]/gu, '')
      .split('\n')
      .filter(Boolean)
    expect(paragraphs.length).toBeGreaterThan(8)
    // Where a page's part ends inside a paragraph, the seam is heard in the middle of it.
    const text = seams.reduce((left, seam) => left.replace(seam, ''), heard)
    let from = 0
    for (const paragraph of paragraphs) {
      const at = text.indexOf(paragraph, from)
      expect(at, paragraph).toBeGreaterThanOrEqual(from)
      from = at + paragraph.length
    }
    const [first = '', last = ''] = [paragraphs[0]?.slice(0, 10), paragraphs.at(-1)?.slice(-10)]
    const heardAt = [first, ...seams, last].map((words) => heard.indexOf(words))
    expect(heardAt).toEqual([...heardAt].sort((one, other) => one - other))
    expect(heardAt[0]).toBeGreaterThanOrEqual(0)
    await page.context().close()
  })
})

describe('the keyboard alone', () => {
  it('opens an article, reads on, comes back to where it was, and saves the issue', async () => {
    const page = await (await opened.browser.newContext(desk)).newPage()
    await page.goto(`${opened.address}2026-11-24/1`)
    await page.locator(shownHeadline).first().waitFor()
    // Before the app has taken the page over, a link opens a page of its own, and the focus begins there.
    await appIsThere(page)
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s/gu, '') ?? '')
    const tabTo = async (words: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab')
        if ((await focused()).includes(words)) return
      }
      throw new Error(`Tab does not come to ${words}`)
    }
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('跳到正文')
    await tabTo('整张报纸装进口袋')
    await page.keyboard.press('Enter')
    await page.locator('#article-title').waitFor()
    await expect.poll(focused).toBe('整张报纸装进口袋')
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toBe('手机看报七桩老毛病')
    await page.keyboard.press('Escape')
    await page.locator('#article-title').waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('手机看报七桩老毛病')
    await page.keyboard.press('PageDown')
    await expect.poll(focused).toContain('第二版')
    await page.keyboard.press('Home')
    await expect.poll(focused).toContain('第一版')
    await tabTo('存到本机')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '已存' }).waitFor()
    await page.context().close()
  })

  it('leaves to the browser what is its own: a link of the page in a tab beside', async () => {
    const page = await (await opened.browser.newContext(desk)).newPage()
    await page.goto(`${opened.address}2026-11-24/1`)
    const headline = page.locator(shownHeadline).first()
    await headline.waitFor()
    const beside = page.context().waitForEvent('page')
    await headline.click({ modifiers: ['ControlOrMeta'] })
    await (await beside).locator('#article-title').waitFor()
    expect(await page.locator('#article-title').count()).toBe(0)
    await page.context().close()
  })
})
