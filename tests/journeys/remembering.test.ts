import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { openReaders } from '../support/readers'
import { smallIssue } from '../support/small-issue'

let site: MemorySite
const readers = openReaders()

const open = (path: string) => readers.open(site, path)
/** Until it holds: code that is loaded when it is wanted comes when it comes. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 })
const names = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '')

beforeEach(async () => {
  site = siteInMemory([await smallIssue()])
})

describe('an article', () => {
  it('says on which pages it stands and how long it is, and leads onto them', async () => {
    const { text, find } = await open('/2026-01-05/1/aaa111')
    expect(text()).toContain('约29字 · 读约1分钟')
    expect(find('在版面上看：第一版 要闻').getAttribute('href')).toBe('/2026-01-05/1#aaa111')
    expect(find('在版面上看：第二版').getAttribute('href')).toBe('/2026-01-05/2#aaa111')
  })
  it('leads over the end of its page to the next page', async () => {
    const { click, router, text } = await open('/2026-01-05/1/bbb222')
    expect(text()).toContain('下一篇 · 第二版')
    await click('桥', '.foot a')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/2/ccc333')
    expect(text()).toContain('第二版的其他文章')
  })
  it('takes the focus to its title when it is opened, and leaves it alone at the first address', async () => {
    const { go, click, text } = await open('/2026-01-05/1/aaa111')
    expect(text()).toContain('约29字')
    expect(document.activeElement?.id ?? '').not.toBe('article-title')
    await go('/2026-01-05/1')
    await click('短讯', '.articles a')
    await until(() => expect(document.activeElement?.id).toBe('article-title'))
  })
  it('opens a picture large with its caption, and Back closes it', async () => {
    const { click, router, back } = await open('/2026-01-05/2/ccc333')
    await until(() => expect(names('figure button')).toEqual(['放大看图片：桥']))
    await click('放大看图片', 'figure button')
    await until(() => expect(names('dialog .words')[0]).toContain('桥本报制图'))
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/2/ccc333?picture=pic001')
    await back()
    expect(document.querySelector('dialog')).toBeNull()
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/2/ccc333')
  })
  it('opens with its picture large where the address says so, and closing stays on the article', async () => {
    const { click, router } = await open('/2026-01-05/2/ccc333?picture=pic001')
    await until(() => expect(document.querySelector('dialog')).not.toBeNull())
    await click('关闭图片')
    expect(document.querySelector('dialog')).toBeNull()
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/2/ccc333')
  })
  it('shows no picture for an address that names none of its own', async () => {
    const { text } = await open('/2026-01-05/1/aaa111?picture=pic001')
    expect(document.querySelector('dialog')).toBeNull()
    expect(text()).toContain('手指点到哪一')
  })
  it('has its actions behind one button, the QR code among them', async () => {
    const { click } = await open('/2026-01-05/1/aaa111')
    await click('更多')
    await until(() => expect(names('dialog li > button')).toContain('复制链接'))
    await click('二维码', 'dialog button')
    await until(() => expect(document.querySelector('dialog svg[role="img"] path')).not.toBeNull())
    await click('关闭', 'dialog button')
    expect(document.querySelector('dialog')).toBeNull()
  })
})

describe('a bookmark', () => {
  it('is set and taken in the article, listed in the library, and comes back when its removal is undone', async () => {
    const { click, go, find, text } = await open('/2026-01-05/1/aaa111')
    const isPressed = () => find('书签').getAttribute('aria-pressed')
    expect(isPressed()).toBe('false')
    await click('书签')
    await until(() => expect(isPressed()).toBe('true'))
    await go('/library')
    await until(() => expect(names('#bookmarks ~ .places .title')).toEqual(['把报纸放进口袋']))
    await click('取消', '.places button')
    await until(() => expect(text()).toContain('还没有书签'))
    await click('撤销')
    await until(() => expect(names('#bookmarks ~ .places .title')).toEqual(['把报纸放进口袋']))
    await click('把报纸放进口袋', '.places a')
    await until(() => expect(isPressed()).toBe('true'))
    await click('书签')
    await until(() => expect(isPressed()).toBe('false'))
  })
})

describe('what was read', () => {
  it('is listed the last first, and can be cleared and brought back', async () => {
    const { go, click, text } = await open('/2026-01-05/1/aaa111')
    await until(() => expect(localStorage.getItem('banmian:last-read')).toContain('aaa111'))
    await go('/2026-01-05/1/bbb222')
    await until(() => expect(localStorage.getItem('banmian:last-read')).toContain('bbb222'))
    await go('/library')
    await until(() => expect(names('#history ~ .places .title')).toEqual(['短讯', '把报纸放进口袋']))
    await click('全部删去')
    await until(() => expect(text()).toContain('还没有读过的文章'))
    await click('撤销')
    await until(() => expect(names('#history ~ .places .title')).toEqual(['短讯', '把报纸放进口袋']))
  })
  it('is offered at the paper’s front while it is not finished, and not again once it was declined', async () => {
    const place = { paper: 'small.example', issue: '2026-01-05', article: 'aaa111', page: 1, offset: 18 }
    const last = { ...place, title: '把报纸放进口袋', isFinished: false, readAt: Date.now() - 1000 }
    localStorage.setItem('banmian:last-read', JSON.stringify(last))
    const { find, click, go, text } = await open('/')
    await until(() => expect(find('接着读').getAttribute('href')).toBe('/2026-01-05/1/aaa111'))
    await go('/2026-01-05/2')
    expect(text()).not.toContain('接着读')
    await go('/')
    await until(() => expect(text()).toContain('接着读'))
    await click('不用了')
    expect(text()).not.toContain('接着读')
    await go('/2026-01-05/2')
    await go('/')
    expect(text()).not.toContain('接着读')
  })
  it('marks as unread the saved issues that were never opened', async () => {
    const { click, go, text } = await open('/2026-01-05/1')
    await click('存到本机')
    await go('/library')
    expect(text()).not.toContain('未读')
    localStorage.removeItem('banmian:seen')
    await go('/calendar')
    await go('/library')
    expect(text()).toContain('未读')
  })
})

describe('the calendar', () => {
  it('opens at the month of the issue, with its lunar day, and leads to the issue', async () => {
    const { click, router } = await open('/2026-01-05/1')
    await click('往期报纸')
    expect(router.currentRoute.value.fullPath).toBe('/calendar/2026/1')
    await until(() => expect(names('.month .day')).toEqual(['5十七']))
    expect(names('.month .plain')).toHaveLength(30)
    await click('2026年1月5日 星期一，乙巳年冬月十七', '.month a')
    expect(router.currentRoute.value.fullPath).toBe('/2026-01-05/1')
  })
  it('shows without a network what is saved, and says so', async () => {
    const { click, go, text } = await open('/2026-01-05/1')
    await click('存到本机')
    site.isOnline = false
    await go('/calendar')
    await until(() => expect(text()).toContain('现在没有网络，这里只列出存在本机的各期'))
    expect(names('.month .day')).toEqual(['5十七已存'])
  })
  it('says so where nothing is saved either', async () => {
    site.isOnline = false
    await until(async () => expect((await open('/calendar')).text()).toContain('本机没有存报纸'))
  })
  it('goes from month to month by keys, and not past the newest issue', async () => {
    const { router, settle } = await open('/calendar/2025/12')
    await until(() => expect(names('.month .plain')).toHaveLength(31))
    const press = async (key: string): Promise<void> => {
      document
        .querySelector('.month')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await settle()
    }
    await press('PageDown')
    expect(router.currentRoute.value.fullPath).toBe('/calendar/2026/1')
    await press('PageDown')
    expect(router.currentRoute.value.fullPath).toBe('/calendar/2026/1')
  })
})
