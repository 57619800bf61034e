import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import type { MountedReader } from '../support/mount-reader'
import { openReaders } from '../support/readers'
import { makeKey, signed } from '../support/signing-keys'
import { correctedIssue } from '../support/corrected-issue'
import { smallIssue } from '../support/small-issue'

let site: MemorySite
const readers = openReaders()

const open = (path: string) => readers.open(site, path)

beforeEach(async () => {
  site = siteInMemory([await smallIssue()])
})

describe('opening a link', () => {
  it('shows the first page of the newest issue at /', async () => {
    const { text, find } = await open('/')
    expect(find('第一版 要闻', 'h1')).toBeDefined()
    expect(text()).toContain('把报纸放进口袋')
    expect(document.title).toBe('第一版 要闻 - 小样报 2026年1月5日')
  })
  it('shows the page that the link names', async () => {
    const { find } = await open('/2026-01-05/2')
    expect(find('第二版', 'h1')).toBeDefined()
    expect(find('打开：桥', 'a').getAttribute('href')).toBe('/2026-01-05/2/ccc333')
  })
  it('says in words that an issue is not there, and offers the newest', async () => {
    const { text, click, find } = await open('/2020-01-01/1')
    expect(text()).toContain('没有这一期')
    await click('看最新一期')
    expect(find('第一版 要闻', 'h1')).toBeDefined()
  })
  it('says that an address leads nowhere', async () =>
    expect((await open('/some/where')).text()).toContain('没有这个地址'))
})

describe('a withdrawn article', () => {
  it('shows its notice, no length, and nothing to listen to', async () => {
    site = siteInMemory([await correctedIssue()])
    const { text, find } = await open('/2026-01-05/2/ccc333')
    expect(text()).toContain('图片来源有误，已撤回。')
    expect(text()).not.toMatch(/约\d+字|读约/)
    expect(() => find('听这篇文章')).toThrow()
  })
  it.each([
    ['the list of its page', '/2026-01-05/2', '.articles'],
    ['the contents of the issue', '/2026-01-05/9', '.contents'],
    ['what comes before and after an article', '/2026-01-05/1/bbb222', '.next'],
    ['what a search finds', '/search?q=桥', '.results'],
  ])('is marked in %s, and no other is', async (_, path, list) => {
    site = siteInMemory([await correctedIssue()])
    await open(path)
    const marked = () =>
      [...document.querySelectorAll(`${list} a, a${list}`)]
        .map(({ textContent }) => textContent)
        .filter((text) => text.includes('已撤回'))
    await vi.waitFor(() => expect(marked()).toEqual([expect.stringContaining('桥')]))
  })
  it('leaves the others their length and their voice', async () => {
    site = siteInMemory([await correctedIssue()])
    const { text, find } = await open('/2026-01-05/1/aaa111')
    expect(text()).toMatch(/约\d+字 · 读约1分钟/)
    expect(find('听这篇文章')).toBeDefined()
  })
})

describe('an edition', () => {
  const edition = async (id: string, name: string, time: string) => {
    const made = await smallIssue()
    return {
      ...made,
      issue: { ...made.issue, id: `2026-01-05-${id}`, edition: name, publishedAt: `2026-01-05T${time}:00+08:00` },
    }
  }
  beforeEach(async () => {
    site = siteInMemory([await edition('wan', '晚报', '17:30'), await edition('a', '早报', '05:10')])
  })
  it('is named in the head of its pages and in the title of the tab', async () => {
    const { find } = await open('/2026-01-05-wan/1')
    expect(find('第一版', 'h1').textContent.trim()).toBe('晚报 第一版 要闻')
    expect(document.title).toBe('第一版 要闻 - 小样报 2026年1月5日 晚报')
  })
  it('stands in the calendar with its name and time, in the order of the day; front pages with the latest first', async () => {
    await open('/calendar/2026/1')
    const wordsOf = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((element) =>
        [...element.children]
          .map(({ textContent }) => textContent.trim())
          .join(' ')
          .trim(),
      )
    expect(wordsOf('.month a')).toEqual(['5 十七 早报 05:10', '晚报 17:30'])
    expect([...document.querySelectorAll('.fronts .date')].map(({ textContent }) => textContent)).toEqual([
      '1月5日 晚报 17:30',
      '1月5日 早报 05:10',
    ])
  })
})

describe('tapping a region', () => {
  it('opens its article over the page, and closing returns to the page', async () => {
    const { click, find, router, text } = await open('/2026-01-05/1')
    await click('把报纸放进口袋', '.region a')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/1/aaa111')
    expect(find('把报纸放进口袋', 'h1')).toBeDefined()
    expect(text()).toContain('手指点到哪一')
    await click('关闭')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/1')
  })
  it('leads from one article of the page to the next', async () => {
    const { click, router } = await open('/2026-01-05/1/aaa111')
    await click('下一篇')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/1/bbb222')
  })
  it('opens an article from the list too', async () => {
    const { click, find } = await open('/2026-01-05/1')
    await click('短讯', '.articles a')
    expect(find('短讯', 'h1')).toBeDefined()
  })
})

describe('following a jump', () => {
  it('from the page leads to the other part’s page, lit, and Back returns', async () => {
    const { click, router, back, find } = await open('/2026-01-05/1')
    await click('▶下转第二版', 'a')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/2#aaa111')
    expect(find('打开：把报纸放进口袋', '.region').classList.contains('lit')).toBe(true)
    await back()
    expect(find('第一版 要闻', 'h1')).toBeDefined()
  })
  it('from a printed page leads back to where it began', async () => {
    const { click, router } = await open('/2026-01-05/2')
    await click('◀上接第一版', 'a')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/1#aaa111')
  })
  it('shows the seam in the article, both ends leading onto their pages', async () => {
    const { text, find } = await open('/2026-01-05/1/aaa111')
    expect(text()).toContain('此处由第一版转至第二版')
    expect(find('看第一版').getAttribute('href')).toBe('/2026-01-05/1#aaa111')
    expect(find('看第二版').getAttribute('href')).toBe('/2026-01-05/2#aaa111')
  })
  it('says so in words where the page is not in the issue', async () => {
    const alone = await smallIssue()
    const rendition = alone.issue.pages[0]?.renditions[0]
    if (!rendition || !('regions' in rendition)) throw new Error('no regions')
    Object.assign(rendition.regions[1] ?? {}, { continuedOn: { text: '▶下转第九版', label: '9' } })
    site = siteInMemory([alone])
    expect((await open('/2026-01-05/1/bbb222')).text()).toContain('报上印着“▶下转第九版”，那一版不在本期数据里')
  })
})

describe('saving an issue', () => {
  it('keeps every page and article readable without a network', async () => {
    const first = await open('/2026-01-05/1')
    await first.click('存到本机')
    expect(first.text()).toContain('已存，没有网络也能看')
    first.unmount()
    site.isOnline = false
    const second = await open('/2026-01-05/2')
    expect(second.find('第二版', 'h1')).toBeDefined()
    await second.go('/2026-01-05/1/aaa111')
    expect(second.text()).toContain('此处由第一版转至第二版')
    await second.go('/')
    expect(second.find('第一版 要闻', 'h1')).toBeDefined()
  })
  it('says without a network that an issue is not saved', async () => {
    site.isOnline = false
    expect((await open('/2026-01-05/1')).text()).toContain('现在没有网络，这一期也没有存在本机')
  })
  it('lists what is saved, and takes it out', async () => {
    const { click, go, text } = await open('/2026-01-05/1')
    await click('存到本机')
    await go('/library')
    expect(text()).toContain('小样报2026年1月5日')
    await click('删除')
    expect(text()).toContain('本机还没有存报纸')
  })
  it('asks before it deletes', async () => {
    const { click, text } = await open('/2026-01-05/1')
    await click('存到本机')
    await click('已存')
    expect(text()).toContain('从本机删除这一期？')
    await click('留着')
    expect(text()).toContain('已存，没有网络也能看')
    await click('已存')
    await click('删除', '.saving button')
    expect(text()).toContain('存到本机')
  })
  it('finds a saved issue even where the hint was lost', async () => {
    const first = await open('/2026-01-05/1')
    await first.click('存到本机')
    first.unmount()
    localStorage.clear()
    site.isOnline = false
    expect((await open('/2026-01-05/2')).find('第二版', 'h1')).toBeDefined()
  })
})

describe('an issue of a paper that signs', () => {
  it('opens when its signature holds, and is not shown when it does not', async () => {
    const key = await makeKey()
    const signing = { keys: [await key.listed()] }
    const small = await signed(await smallIssue(), key)
    site = siteInMemory([small])
    let reader = await readers.open(site, '/2026-01-05/1', signing)
    expect(reader.text()).toContain('把报纸放进口袋')
    reader.unmount()
    Object.assign(small.issue.articles[0] ?? {}, { headline: '假新闻' })
    reader = await readers.open(site, '/2026-01-05/1', signing)
    expect(reader.text()).toContain('这一期的签名不对，没有打开')
    expect(reader.text()).not.toContain('手指点到')
    reader.unmount()
    delete small.signature
    reader = await readers.open(site, '/2026-01-05/1', signing)
    expect(reader.text()).toContain('这一期没有报社的签名，没有打开')
  })
})

describe('keys', () => {
  const press = async ({ settle }: MountedReader, key: string): Promise<void> => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await settle()
  }
  it('turn pages, go to the ends, close an article', async () => {
    const mounted = await open('/2026-01-05/1')
    const path = () => mounted.router.currentRoute.value.fullPath
    await press(mounted, 'ArrowRight')
    expect(path()).toBe('/2026-01-05/2')
    await press(mounted, 'ArrowLeft')
    expect(path()).toBe('/2026-01-05/1')
    await press(mounted, 'End')
    expect(path()).toBe('/2026-01-05/2')
    await press(mounted, 'Home')
    await mounted.go('/2026-01-05/1/aaa111')
    await press(mounted, 'Escape')
    expect(path()).toBe('/2026-01-05/1')
  })
  it('turn the other way in a paper that turns right to left', async () => {
    const rtl = await smallIssue()
    rtl.issue.paper.pageTurn = 'rtl'
    site = siteInMemory([rtl])
    const mounted = await open('/2026-01-05/1')
    await press(mounted, 'ArrowLeft')
    expect(mounted.router.currentRoute.value.fullPath).toBe('/2026-01-05/2')
  })
})
