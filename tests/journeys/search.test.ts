import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mostArticles } from '@/reader/search/use-search'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import type { MountedReader } from '../support/mount-reader'
import { openReaders } from '../support/readers'
import { smallIssue, type SmallIssue } from '../support/small-issue'

let site: MemorySite
const readers = openReaders()

const open = (path: string) => readers.open(site, path)
const path = () => decodeURIComponent(readers.last()?.router.currentRoute.value.fullPath ?? '')
const results = (): string[] =>
  [...document.querySelectorAll('.result .title')].map((title) => title.textContent?.trim() ?? '')
const marked = (): string[] => [...document.querySelectorAll('.result mark')].map((mark) => mark.textContent ?? '')

const issueOf = async (date: string, headline: string): Promise<SmallIssue> => {
  const small = await smallIssue()
  Object.assign(small.issue, { id: date, date })
  Object.assign(small.issue.articles[0] ?? {}, { headline, byline: '张三' })
  return small
}
const save = async (...dates: readonly string[]): Promise<void> => {
  for (const date of dates) {
    const mounted = await open(`/${date}/1`)
    await mounted.click('存到本机')
    mounted.unmount()
  }
}

const pair: [number, number] = [0, 4]
const line = { kind: 'paragraph' as const, leaves: ['补白。'] }
const brief = { kind: 'news' as const, headline: '补白', extent: 4 }

/** Views and tables are loaded when they are first needed; nothing on the page says how long that takes. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 20 })

beforeEach(async () => {
  site = siteInMemory([await issueOf('2026-01-05', '把报纸放进口袋'), await issueOf('2026-01-04', '旧报新读')])
})

const see = async (address: string, words: string): Promise<void> => {
  const mounted = await open(address)
  await until(() => expect(mounted.text()).toContain(words))
}

const type = async (mounted: MountedReader, text: string): Promise<void> => {
  await until(() => expect(document.querySelector('#search-field')).not.toBeNull())
  const field = document.querySelector<HTMLInputElement>('#search-field')
  if (!field) throw new Error('no field to search in')
  field.value = text
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  field.form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await mounted.settle()
}

describe('searching the open issue', () => {
  it('is reached from its header, and finds what is printed over a jump', async () => {
    const mounted = await open('/2026-01-05/1')
    await mounted.click('搜索', 'a')
    await type(mounted, '哪一篇，哪一篇')
    await until(() => expect(path()).toBe('/search?q=哪一篇，哪一篇&in=2026-01-05'))
    await until(() => expect(results()).toEqual(['把报纸放进口袋']))
    await until(() => expect(marked()).toEqual(['哪一篇，哪一篇']))
    await until(() => expect(mounted.text()).toContain('找到 1 篇'))
  })
  it('is reached by the key /', async () => {
    const mounted = await open('/2026-01-05/1')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }))
    await mounted.settle()
    await until(() => expect(path()).toBe('/search?in=2026-01-05'))
    await until(() => expect(document.activeElement?.id).toBe('search-field'))
  })
  it('needs no issue to be saved, and finds traditional characters by simplified ones and back', async () => {
    await open('/search?q=報紙&in=2026-01-05')
    await until(() => expect(results()).toEqual(['把报纸放进口袋']))
    await until(() => expect(marked()).toEqual(['报纸', '报纸', '报纸']))
  })
  it('leaves out what has a word after a minus, and lights in the article only what is wanted', async () => {
    await open('/search?q=一 -报纸&in=2026-01-05')
    await until(() => expect(document.querySelector('.nothing')).not.toBeNull())
    await open('/search?q=一 -旧报&in=2026-01-05')
    await until(() => expect(results()).toContain('把报纸放进口袋'))
    await until(() => expect(new Set(marked())).toEqual(new Set(['一'])))
  })
  it('lists titles before bylines, and those before text', async () => {
    const small = await smallIssue(([, second]) => {
      const [, last] = second.pieces
      Object.assign(last ?? {}, { blocks: [{ kind: 'paragraph', leaves: ['石桥修好了。'] }] })
    })
    Object.assign(small.issue.articles[0] ?? {}, { byline: '记者 石桥' })
    Object.assign(small.issue.articles[1] ?? {}, { workingTitle: '石桥短讯' })
    site = siteInMemory([small])
    await open('/search?q=石桥&in=2026-01-05')
    await until(() => expect(results()).toEqual(['石桥短讯', '把报纸放进口袋', '桥']))
  })
  it('says in words that the issue can’t be had, and offers the saved ones', async () => {
    await open('/search?q=报&in=2020-01-01')
    await until(() => expect(readers.last()?.text()).toContain('没有这一期'))
    await readers.last()?.click('搜本机已存的各期')
    await until(() => expect(path()).toBe('/search?q=报'))
  })
})

describe('searching what is saved', () => {
  it('works without a network, newest first, all words in one article', async () => {
    await save('2026-01-05', '2026-01-04')
    site.isOnline = false
    const mounted = await open('/search?q=版面 张三')
    await until(() => expect(results()).toEqual(['把报纸放进口袋', '旧报新读']))
    await until(() => expect(mounted.text()).toContain('在 2 期里找到 2 篇'))
    await type(mounted, '旧报')
    await until(() => expect(results()).toEqual(['旧报新读']))
  })
  it('finds an issue by its day, however that is written', async () => {
    await save('2026-01-05', '2026-01-04')
    const mounted = await open('/search?q=1月4日')
    await until(() => expect(mounted.text()).toContain('看这一期'))
    expect(mounted.find('2026年1月4日', 'h2 a').getAttribute('href')).toBe('/2026-01-04/1')
    await type(mounted, '2026-01-05 短讯')
    await until(() => expect(results()).toEqual(['短讯']))
  })
  it.each([
    ['口袋', ['把报纸放进口袋']],
    ['张三 版面', ['把报纸放进口袋']],
    ['短讯', ['短讯']],
  ])('that is nothing searches the newest issue for “%s”, and says so', async (query, found) => {
    await see(`/search?q=${query}`, '本机没有存报纸，先在最新一期（2026年1月5日）里找')
    await until(() => expect(results()).toEqual(found))
    await readers.last()?.settle()
    expect(path()).toBe(`/search?q=${query}`)
  })
  it('that is nothing says what was searched in vain, and does not offer to search nothing again', async () => {
    await see('/search?q=无此词语', '没有找到“无此词语”')
    expect(readers.last()?.text()).toContain('搜的是2026年1月5日这一期')
    expect(readers.last()?.text()).not.toContain('搜本机已存的各期')
  })
  it('that is nothing, without a network, says both', async () => {
    site.isOnline = false
    await see('/search?q=报', '现在没有网络')
    expect(readers.last()?.text()).toContain('本机没有存报纸')
    site.isOnline = true
    await readers.last()?.click('再试一次')
    await until(() => expect(results()).not.toEqual([]))
  })
  it('that is nothing says that the paper has none either', async () => {
    const catalog = await site.http.catalog(new AbortController().signal)
    Object.assign(site.http, { catalog: () => Promise.resolve({ ...catalog, issues: [] }) })
    await see('/search?q=报', '还没有出报')
  })
  it.each(['SecurityError', 'UnknownError', 'InvalidStateError'])(
    'where storage fails with %s searches the newest issue too',
    async (name) => {
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no', name)
      })
      await see('/search?q=口袋', '先在最新一期')
      await until(() => expect(results()).toEqual(['把报纸放进口袋']))
      vi.restoreAllMocks()
    },
  )
  it('in vain says what was searched, and what else could be', async () => {
    await save('2026-01-04')
    const mounted = await open('/search?q=2025-12-31')
    await until(() => expect(mounted.text()).toContain('没有找到“2025-12-31”'))
    await until(() => expect(mounted.text()).toContain('搜的是存在本机的 1 期报纸'))
    expect(mounted.find('打开2025年12月31日的报纸').getAttribute('href')).toBe('/2025-12-31/1')
  })
  it('names an issue that it could not read', async () => {
    await save('2026-01-04')
    const { LibraryDb } = await import('@/library/library-db')
    const db = new LibraryDb()
    await db.parts.clear()
    db.close()
    await see('/search?q=报', '有 1 期的数据读不出来，没有搜到：2026-01-04')
  })
  it('lists so many and says that there are more', async () => {
    const texts = Array.from({ length: mostArticles + 5 }, (_, index) => ({ ...brief, id: `a${1000 + index}` }))
    const small = await smallIssue(([first]) => {
      first.pieces.push(...texts.map(({ id }) => ({ article: id, range: pair, blocks: [line] })))
    })
    small.issue.articles.push(...texts)
    const [page] = small.issue.pages
    const rendition = page?.renditions[0]
    if (!rendition || !('regions' in rendition)) throw new Error('no regions')
    rendition.regions.push(...texts.map(({ id }) => ({ article: id, range: pair, outlines: [] })))
    site = siteInMemory([small])
    const mounted = await open('/search?q=补白&in=2026-01-05')
    await until(() => expect(results()).toHaveLength(mostArticles))
    await until(() => expect(mounted.text()).toContain('只列出前 100 篇'))
  })
})

describe('recent searches', () => {
  it('are kept on the device, latest first, and can be cleared', async () => {
    const mounted = await open('/search?in=2026-01-05')
    await type(mounted, '报纸')
    await type(mounted, '版面')
    await type(mounted, '')
    const recent = () => [...document.querySelectorAll('.recent section li')].map((one) => one.textContent?.trim())
    expect(recent()).toEqual(['版面', '报纸'])
    await mounted.click('报纸', '.recent section li button')
    await until(() => expect(path()).toBe('/search?q=报纸&in=2026-01-05'))
    await type(mounted, '')
    await mounted.click('清除记录')
    expect(recent()).toEqual([])
    expect(localStorage.getItem('banmian:searches')).toBeNull()
  })
  it.each(['{', '[1]', '"报"', JSON.stringify(['报'.repeat(101)])])(
    'that are damaged (%s) count as none',
    async (stored) => {
      localStorage.setItem('banmian:searches', stored)
      const mounted = await open('/search?in=2026-01-05')
      expect(document.querySelectorAll('.recent section li')).toHaveLength(0)
      await type(mounted, '报纸')
      expect(JSON.parse(localStorage.getItem('banmian:searches') ?? '')).toEqual(['报纸'])
    },
  )
})

describe('a result', () => {
  it('opens its article with the hits counted, and the next is one press away, over the jump', async () => {
    const mounted = await open('/search?q=哪一篇&in=2026-01-05')
    await mounted.click('把报纸放进口袋', '.result')
    await until(() => expect(path()).toBe('/2026-01-05/1/aaa111?q=哪一篇'))
    await until(() => expect(mounted.text()).toContain('第 1 处，共 2 处'))
    await mounted.click('下一处')
    await until(() => expect(path()).toBe('/2026-01-05/2/aaa111?q=哪一篇&hit=2'))
    await until(() => expect(mounted.text()).toContain('第 2 处，共 2 处'))
    await mounted.click('下一处')
    await until(() => expect(mounted.text()).toContain('第 1 处，共 2 处'))
    await mounted.back()
    await until(() => expect(path()).toBe('/search?q=哪一篇&in=2026-01-05'))
    await until(() => expect(results()).toEqual(['把报纸放进口袋']))
    await until(() => expect(document.activeElement?.textContent).toContain('把报纸放进口袋'))
  })
  it('in a title counts too', async () => {
    const mounted = await open('/2026-01-05/1/aaa111?q=报纸')
    await until(() => expect(mounted.text()).toContain('第 1 处，共 3 处'))
    expect(mounted.find('在版面上看这一处').getAttribute('href')).toBe('/2026-01-05/1?lit=headline#aaa111')
  })
  it('is marked in the text where the browser has no highlights', async () => {
    await open('/2026-01-05/1/aaa111?q=版面&hit=9')
    await until(() =>
      expect([...document.querySelectorAll('.blocks mark')].map((mark) => mark.textContent)).toEqual(['版面', '版面']),
    )
    await until(() => expect(readers.last()?.text()).toContain('第 2 处，共 2 处'))
    await readers.last()?.click('收起搜索')
    await until(() => expect(document.querySelectorAll('.blocks mark')).toHaveLength(0))
    await until(() => expect(path()).toBe('/2026-01-05/1/aaa111'))
  })
  it('that is not in the article is said to be not there', async () =>
    see('/2026-01-05/1/aaa111?q=石桥', '这篇里没有“石桥”'))
  it('is lit in its line on the page', async () => {
    await open('/2026-01-05/1?lit=1-3#aaa111')
    await until(() => expect(document.querySelectorAll('.hits .hit')).toHaveLength(1))
  })
})
