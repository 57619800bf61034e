import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { siteInMemory, type MemorySite } from '../support/memory-source'
import { openReaders } from '../support/readers'
import { smallIssue } from '../support/small-issue'

let site: MemorySite
const readers = openReaders()
const seen = () => document.body.textContent ?? ''
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 6000, interval: 20 })

beforeEach(async () => {
  const earlier = await smallIssue()
  Object.assign(earlier.issue, { id: '2025-12-30', date: '2025-12-30' })
  site = siteInMemory([await smallIssue(), earlier])
})

/** Holds what is asked of the site until it is let go. */
const hold = (name: 'catalog' | 'yearCatalog' | 'issueJson' | 'part') => {
  const { [name]: answer } = site.http
  const held: (() => void)[] = []
  let asked = 0
  Object.assign(site.http, {
    [name]: async (...question: readonly unknown[]) => {
      asked++
      await new Promise<void>((resolve) => held.push(resolve))
      return Reflect.apply(answer, site.http, question)
    },
  })
  return {
    asked: () => asked,
    letGo: () => {
      Object.assign(site.http, { [name]: answer })
      held.splice(0).forEach((go) => go())
    },
  }
}
const press = (name: string): void => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name))
  if (!button) throw new Error(`nothing is called “${name}” in: ${seen()}`)
  button.click()
}

describe('a site that is long in answering', () => {
  it.each([
    ['the newest issue', '/', 'catalog', '把报纸放进口袋'],
    ['a page', '/2026-01-05/1', 'issueJson', '把报纸放进口袋'],
    ['the text of a page', '/2026-01-05/1', 'part', '把报纸放进口袋'],
    ['an article', '/2026-01-05/2/aaa111', 'issueJson', '手指点到哪一'],
    ['the text of an article', '/2026-01-05/2/aaa111', 'part', '手指点到哪一'],
    ['a search in an issue', '/search?q=口袋&in=2026-01-05', 'issueJson', '找到 1 篇'],
    ['a search in the text of an issue', '/search?q=口袋&in=2026-01-05', 'part', '找到 1 篇'],
    ['a search with nothing saved', '/search?q=口袋', 'catalog', '找到 1 篇'],
    ['the calendar', '/calendar', 'catalog', '粗的日子'],
    ['a month of another year', '/calendar/2025/12', 'yearCatalog', '粗的日子'],
  ] as const)('is said to be waited for, and shown when it comes: %s', async (_, path, name, shown) => {
    const held = hold(name)
    const opening = readers.open(site, path)
    await until(() => expect(seen()).toContain('还在等'))
    const before = held.asked()
    press('再试一次')
    await until(() => expect(held.asked()).toBeGreaterThan(before))
    held.letGo()
    await until(() => expect(seen()).toContain(shown))
    await until(() => expect(seen()).not.toContain('还在等'))
    await opening
  })

  it('says of a year whose list has not come that it is waited for, not that there was no paper', async () => {
    const mounted = await readers.open(site, '/calendar/2026/1')
    const held = hold('yearCatalog')
    const going = mounted.go('/calendar/2024/6')
    await until(() => expect(seen()).toContain('还在等'))
    expect(seen()).not.toContain('这个月没有报纸')
    held.letGo()
    await until(() => expect(seen()).toContain('这个月没有报纸'))
    await going
  })
})

describe('an address in an issue that is there', () => {
  it.each([
    ['/2026-01-05/3', '这一期没有第 3 版', '看第一版 要闻'],
    ['/2026-01-05/999', '这一期没有第 999 版', '看第一版 要闻'],
    ['/2026-01-05/9/aaa111', '这一期没有第 9 版', '看第一版 要闻'],
    ['/2026-01-05/2/nothere', '这一期没有这篇文章', '看第二版'],
  ])('%s says which part of it is not, and shows what is', async (path, words, way) => {
    const { text, find, click } = await readers.open(site, path)
    await until(() => expect(text()).toContain(words))
    expect(text()).not.toContain('没有这一期')
    expect(find('桥', '.contents a').getAttribute('href')).toBe('/2026-01-05/2/ccc333')
    await click(way)
    expect(text()).not.toContain(words)
    expect(find(way.slice(1), 'h1')).toBeDefined()
  })
})
