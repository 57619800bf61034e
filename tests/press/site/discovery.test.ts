import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { CatalogEntry } from '@/bundle/catalog'
import { decodePaper, encode, type IssueJson } from '@/bundle/codec'
import { sectionSlug } from '@/press/site/discovery/sections'
import { writeDiscovery } from '@/press/site/discovery/write-discovery'
import { jsonFeed } from '../../support/json-feed'
import { smallIssue } from '../../support/small-issue'
import { withdrawn, writeSmallIssue } from '../../support/small-site'
import { tempFolder } from '../../support/temp-folder'
import { textsOfElement, xmlFaults } from '../../support/xml-faults'

const address = { origin: 'https://www.example.com', base: '/paper/' }
const home = 'https://www.example.com/paper/'

const siteOf = async () => {
  const site = tempFolder()
  const paper = decodePaper(encode((await smallIssue()).issue.paper))
  const entries = new Map<string, CatalogEntry>()
  const add = async (date: string, edit?: (issue: IssueJson) => IssueJson) => {
    const entry = await writeSmallIssue(site, date, edit)
    entries.set(entry.id, entry)
  }
  const write = () =>
    writeDiscovery(
      { paper, address },
      site,
      [...entries.values()].sort((a, b) => (a.id < b.id ? 1 : -1)),
      new AbortController().signal,
    )
  const read = (file: string): string => readFileSync(join(site, file), 'utf8')
  return { site, add, write, read, remove: (date: string) => entries.delete(date) }
}

const dates = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10))

/** Files of the site but those of issues, with their times; `seen` makes every file old, so that a rewritten one is new. */
const filesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(site.length + 1))
    .filter((file) => !file.startsWith('data/'))
const old = new Date('2020-01-01T00:00:00Z')
const seen = (site: string): void => filesOf(site).forEach((file) => utimesSync(join(site, file), old, old))
const rewritten = (site: string): string[] =>
  filesOf(site)
    .filter((file) => statSync(join(site, file)).mtimeMs !== old.getTime())
    .sort()

describe('how a site is found', () => {
  it('writes documents that are valid by their schemas', async () => {
    const { add, write, read } = await siteOf()
    for (const date of ['2026-01-30', '2026-01-31', '2026-02-01']) await add(date)
    await write()
    const feed = `feeds/${sectionSlug('要闻')}`
    expect(await xmlFaults(read('feed.xml'), 'atom')).toEqual([])
    expect(await xmlFaults(read(`${feed}.xml`), 'atom')).toEqual([])
    expect(await xmlFaults(read('sitemap.xml'), 'sitemaps')).toEqual([])
    expect(await xmlFaults(read('sitemap-news.xml'), 'sitemaps')).toEqual([])
    expect(await xmlFaults(read('sitemaps/2026-01.xml'), 'urlset')).toEqual([])
    expect(await xmlFaults(read('opensearch.xml'), 'open-search')).toEqual([])
    expect(textsOfElement(read('sitemaps/2026-01.xml'), 'loc')).toContain(`${home}calendar/2026/1`)
    for (const file of ['feed.json', `${feed}.json`])
      expect(v.safeParse(jsonFeed, JSON.parse(read(file))).issues).toBeUndefined()
    expect(read('robots.txt')).toContain(`\nSitemap: ${home}sitemap.xml\n`)
    expect(textsOfElement(read('sitemap.xml'), 'loc')).toEqual([
      `${home}sitemap-news.xml`,
      `${home}sitemaps/2026-02.xml`,
      `${home}sitemaps/2026-01.xml`,
    ])
  })

  it('lists the newest first, an article under one address and one name', async () => {
    const { add, write, read } = await siteOf()
    await add('2026-01-05')
    await add('2026-01-06')
    await write()
    const { items } = v.parse(jsonFeed, JSON.parse(read('feed.json')))
    expect(items.map(({ id, url }) => [id, url])).toEqual(
      ['2026-01-06', '2026-01-05'].flatMap((date) => [
        [`https://small.example/${date}/aaa111`, `${home}${date}/1/aaa111`],
        [`https://small.example/${date}/bbb222`, `${home}${date}/1/bbb222`],
        [`https://small.example/${date}/ccc333`, `${home}${date}/2/ccc333`],
      ]),
    )
    expect(items[0]).toMatchObject({
      title: '把报纸放进口袋',
      content_text: '报纸还是那张报纸，版面还是那个版面。手指点到哪一篇，哪一篇就展开。',
      date_published: '2026-01-06T00:00:00+08:00',
      tags: ['要闻'],
    })
    const section = v.parse(jsonFeed, JSON.parse(read(`feeds/${sectionSlug('要闻')}.json`)))
    expect(section.title).toBe('小样报 要闻')
    expect(section.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).filter((id) => !id.endsWith('ccc333')))
  })

  it('keeps adverts and notices out of feeds, not out of the sitemap', async () => {
    const { add, write, read } = await siteOf()
    await add('2026-01-05', (issue) => ({
      ...issue,
      articles: issue.articles.map((article) => (article.id === 'bbb222' ? { ...article, kind: 'advert' } : article)),
    }))
    await write()
    expect(read('feed.xml')).not.toContain('bbb222')
    expect(read('sitemap-news.xml')).not.toContain('bbb222')
    expect(read('sitemaps/2026-01.xml')).toContain('bbb222')
  })

  it('names news of two days only', async () => {
    const { add, write, read } = await siteOf()
    for (const date of ['2026-01-05', '2026-01-06', '2026-01-07']) await add(date)
    await write()
    const news = textsOfElement(read('sitemap-news.xml'), 'loc')
    expect(news).toHaveLength(6)
    expect(news.join()).not.toContain('2026-01-05')
  })

  it('says in feeds that an article was withdrawn, forgets it elsewhere, and says when another one was corrected', async () => {
    const { site, add, write, read } = await siteOf()
    await add('2026-01-05')
    await write()
    await add('2026-01-05', (issue) => ({
      ...withdrawn('bbb222')(issue),
      articles: withdrawn('bbb222')(issue).articles.map((article) =>
        article.id === 'aaa111' ? { ...article, headline: '报纸进了口袋' } : article,
      ),
    }))
    const corrected = new Date('2026-01-07T08:00:00Z')
    utimesSync(join(site, 'data/2026-01-05/issue.json'), corrected, corrected)
    await write()
    for (const file of filesOf(site).filter((name) => !/feed|^\.press/.test(name)))
      expect(read(file), file).not.toContain('bbb222')
    const { items } = v.parse(jsonFeed, JSON.parse(read('feed.json')))
    expect(items.find(({ id }) => id.endsWith('bbb222'))).toMatchObject({
      content_text: '本文已于2026年1月7日撤回。内容有误，予以撤回。',
    })
    expect(items.map(({ title, date_modified: modified }) => [title, modified])).toEqual([
      ['报纸进了口袋', '2026-01-07T08:00:00Z'],
      ['〔已撤回〕短讯', '2026-01-07T08:00:00Z'],
      ['桥', '2026-01-05T00:00:00+08:00'],
    ])
    expect(textsOfElement(read('feed.xml'), 'updated')[0]).toBe('2026-01-07T08:00:00Z')
    expect(textsOfElement(read('sitemap.xml'), 'lastmod')).toContain('2026-01-07T08:00:00Z')
  })

  it('rewrites nothing if nothing has changed', async () => {
    const { site, add, write } = await siteOf()
    for (const date of dates(40)) await add(date)
    await write()
    seen(site)
    await write()
    expect(rewritten(site)).toEqual([])
  })

  it('opens and rewrites what a new issue touches, and no more', async () => {
    const { site, add, write } = await siteOf()
    for (const date of dates(70)) await add(date)
    await write()
    seen(site)
    // Whatever is opened besides the new issue and those of its month fails.
    for (const date of dates(59)) rmSync(join(site, 'data', date), { recursive: true })
    await add('2025-03-12')
    await write()
    const feed = `feeds/${sectionSlug('要闻')}`
    expect(rewritten(site)).toEqual(
      ['.press/discovery.json', 'feed.json', 'feed.xml', `${feed}.json`, `${feed}.xml`]
        .concat(['sitemap-news.xml', 'sitemap.xml', 'sitemaps/2025-03.xml'])
        .sort(),
    )
  })

  it('writes the same without what it remembers, or with what nobody can read', async () => {
    const { site, add, write, read } = await siteOf()
    for (const date of dates(35)) await add(date)
    await write()
    const before = new Map(filesOf(site).map((file) => [file, read(file)]))
    for (const damaged of [undefined, '{"version":1,"recent":', '{"version":0}', 'null']) {
      if (damaged === undefined) rmSync(join(site, '.press'), { recursive: true })
      else writeFileSync(join(site, '.press/discovery.json'), damaged)
      await write()
      expect(new Map(filesOf(site).map((file) => [file, read(file)]))).toEqual(before)
    }
  })

  it('keeps an empty feed for a section that has paused, so that nobody’s subscription breaks', async () => {
    const { add, write, read } = await siteOf()
    const named = (name: string) => (issue: IssueJson) => ({
      ...issue,
      pages: issue.pages.map((page) => (page.no === 1 ? { ...page, name } : page)),
    })
    await add('2025-01-01', named('特刊/副刊'))
    await write()
    const feed = `feeds/${sectionSlug('特刊/副刊')}`
    expect(v.parse(jsonFeed, JSON.parse(read(`${feed}.json`))).items).toHaveLength(2)
    for (const date of dates(31).slice(1)) await add(date)
    await write()
    expect(v.parse(jsonFeed, JSON.parse(read(`${feed}.json`)))).toMatchObject({ title: '小样报 特刊/副刊', items: [] })
    expect(await xmlFaults(read(`${feed}.xml`), 'atom')).toEqual([])
  })

  it('removes the sitemap of a month that has no issue any more', async () => {
    const { site, add, write, read, remove } = await siteOf()
    await add('2025-12-31')
    await add('2026-01-05')
    await write()
    expect(existsSync(join(site, 'sitemaps/2025-12.xml'))).toBe(true)
    remove('2025-12-31')
    await write()
    expect(existsSync(join(site, 'sitemaps/2025-12.xml'))).toBe(false)
    expect(read('sitemap.xml')).not.toContain('2025-12')
  })
})
