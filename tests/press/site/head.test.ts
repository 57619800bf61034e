import { beforeEach, describe, expect, it } from 'vitest'
import { openBundleFolder } from '@/press/io/bundle-folder'
import { decodePaper, encode, type IssueJson } from '@/bundle/codec'
import type { BuiltApp } from '@/press/site/built-app'
import { drawMonth, monthsOf } from '@/press/site/draw-calendar'
import { drawIssue } from '@/press/site/draw-issue'
import { openGraphLocale } from '@/press/site/head/languages'
import { createGlyphStore } from '@/press/site/previews/glyph-store'
import { listRevision, renderPlace, renderSheet, rootStyle } from '@/reader/render'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { smallIssue } from '../../support/small-issue'
import { withdrawn, writeSmallIssue } from '../../support/small-site'
import { tempFolder } from '../../support/temp-folder'

const app: BuiltApp = {
  assetsFolder: '',
  assets: [],
  scripts: ['assets/main.js'],
  entry: 'assets/main.js',
  settingFonts: [],
  pageModules: [],
  calendarStyles: '',
  firstStyles: '',
  firstStyleFiles: [],
  printedStyles: '',
  articleStyles: '',
  firstScript: '0',
  worker: '',
}
const renderer = { listRevision, renderPlace, renderSheet, rootStyle, stylesheet: '' }
const address = { origin: 'https://www.example.com', base: '/paper/' }
const home = 'https://www.example.com/paper/'

let site: string
beforeEach(() => {
  site = tempFolder()
})

/** Draws the small issue; the pages by their files. */
const draw = async (edit?: (issue: IssueJson) => IssueJson): Promise<ReadonlyMap<string, string>> => {
  const { id } = await writeSmallIssue(site, '2026-01-05', edit)
  const paper = decodePaper(encode((await smallIssue()).issue.paper))
  const bundle = await openBundleFolder(join(site, 'data', id))
  const plan = { app, paper, paperJson: '{}', address, style: '' }
  const pages = new Map<string, string>()
  const options = { isNewest: true, site, glyphs: createGlyphStore(), signal: new AbortController().signal }
  for await (const { file, html } of drawIssue(plan, renderer, bundle, options)) pages.set(file, html)
  return pages
}

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")

/** Value of every `<meta>` and `<link>` by its name, property or relation; several are in order. */
const headOf = (html = ''): Readonly<Record<string, readonly string[]>> => {
  const found: Record<string, string[]> = {}
  for (const [, attributes = ''] of html.matchAll(/<(?:meta|link)([^>]*)>/g)) {
    const get = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
    const name = get('name') ?? get('property') ?? get('rel')
    if (name) (found[name] ??= []).push(unescape(get('content') ?? get('href') ?? ''))
  }
  return found
}

const linkedData = (html = ''): unknown[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, json = '']): unknown =>
    JSON.parse(json),
  )

describe('the head of an article', () => {
  it('describes it by its text, and names its one address wherever it stands', async () => {
    const pages = await draw()
    for (const file of ['2026-01-05/1/aaa111/index.html', '2026-01-05/2/aaa111/index.html']) {
      const head = headOf(pages.get(file))
      expect(head).toMatchObject({
        description: ['报纸还是那张报纸，版面还是那个版面。手指点到哪一篇，哪一篇就展开。'],
        canonical: [`${home}2026-01-05/1/aaa111`],
        'og:url': [`${home}2026-01-05/1/aaa111`],
        'og:title': ['把报纸放进口袋'],
        'og:type': ['article'],
        'og:site_name': ['小样报'],
        'og:locale': ['zh_CN'],
        'og:image:alt': ['把报纸放进口袋'],
        'article:published_time': ['2026-01-05T00:00:00+08:00'],
        'article:section': ['要闻'],
        'twitter:card': ['summary'],
        next: ['/paper/2026-01-05/1/bbb222'],
        search: ['/paper/opensearch.xml'],
      })
      expect(head).not.toHaveProperty('prev')
      expect(head).not.toHaveProperty('robots')
      expect(head['alternate']?.slice(0, 2)).toEqual(['/paper/feed.xml', '/paper/feed.json'])
    }
  })

  it('leads over the end of a page to the next and the previous article', async () => {
    const pages = await draw()
    expect(headOf(pages.get('2026-01-05/1/bbb222/index.html'))).toMatchObject({
      prev: ['/paper/2026-01-05/1/aaa111'],
      next: ['/paper/2026-01-05/2/ccc333'],
    })
    expect(headOf(pages.get('2026-01-05/2/ccc333/index.html'))).not.toHaveProperty('next')
  })

  it('says where it is printed, as data', async () => {
    const pages = await draw((issue) => ({
      ...issue,
      edition: '早报',
      masthead: { ...issue.masthead, serialNo: 1234 },
      articles: issue.articles.map((article) =>
        article.id === 'aaa111' ? { ...article, byline: '本报记者 张三 李四', deck: ['副题一', '副题二'] } : article,
      ),
    }))
    const url = `${home}2026-01-05/1/aaa111`
    expect(linkedData(pages.get('2026-01-05/1/aaa111/index.html'))).toMatchObject([
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        url,
        mainEntityOfPage: url,
        headline: '把报纸放进口袋',
        alternativeHeadline: '副题一 副题二',
        inLanguage: 'zh-Hans',
        datePublished: '2026-01-05T00:00:00+08:00',
        articleSection: '要闻',
        printPage: '1',
        printSection: '要闻',
        printEdition: '早报',
        author: [
          { '@type': 'Person', name: '张三' },
          { '@type': 'Person', name: '李四' },
        ],
        image: { '@type': 'ImageObject', url: expect.stringContaining(`${home}previews/2026-01-05/aaa111.`) },
        isPartOf: {
          '@type': 'PublicationIssue',
          datePublished: '2026-01-05',
          issueNumber: 1234,
          isPartOf: { '@type': 'Newspaper', name: '小样报', url: home },
        },
      },
    ])
  })

  it('lets no text end its data or its tags', async () => {
    const hostile = `</script><script>alert(1)</script>"'><!--`
    const pages = await draw((issue) => ({
      ...issue,
      articles: issue.articles.map((article) => ({ ...article, headline: hostile })),
      pages: issue.pages.map((page) => ({ ...page, name: hostile })),
    }))
    for (const html of pages.values()) expect(html).not.toMatch(/<script>alert|"'><!--/)
    const html = pages.get('2026-01-05/1/aaa111/index.html')
    expect(headOf(html)['og:title']).toEqual([hostile])
    expect(linkedData(html)).toMatchObject([{ headline: hostile, articleSection: hostile }])
  })

  it('of one that was withdrawn is out of indexes, and the page says so with its date', async () => {
    const pages = await draw(withdrawn('bbb222'))
    const html = pages.get('2026-01-05/1/bbb222/index.html')
    expect(html?.replace(/<[^>]*>/g, '')).toContain('本文已于2026年1月7日撤回。内容有误，予以撤回。')
    // Even of a bundle that still has its text.
    expect(pages.get('2026-01-05/1/aaa111/index.html')).toContain('class="blocks"')
    expect(html).not.toContain('class="blocks"')
    expect(headOf(html)).toMatchObject({
      robots: ['noindex'],
      description: ['本文已于2026年1月7日撤回。内容有误，予以撤回。'],
    })
    expect(linkedData(html)).toEqual([])
    expect(JSON.stringify(linkedData(pages.get('2026-01-05/1/index.html')))).not.toContain('bbb222')
  })
})

describe('the head of a page', () => {
  it('is that of page one at the address of the issue and of the site', async () => {
    const pages = await draw()
    for (const file of ['index.html', '2026-01-05/index.html', '2026-01-05/1/index.html'])
      expect(headOf(pages.get(file))).toMatchObject({
        canonical: [`${home}2026-01-05/1`],
        'og:title': ['第一版 要闻 - 小样报 2026年1月5日'],
        'og:type': ['website'],
        description: ['把报纸放进口袋；短讯'],
        next: ['/paper/2026-01-05/2'],
      })
    expect(headOf(pages.get('2026-01-05/2/index.html'))).toMatchObject({ prev: ['/paper/2026-01-05/1'] })
  })

  it('lists its articles as data', async () =>
    expect(linkedData((await draw()).get('2026-01-05/1/index.html'))).toMatchObject([
      {
        '@type': 'CollectionPage',
        url: `${home}2026-01-05/1`,
        hasPart: [
          { '@type': 'NewsArticle', headline: '把报纸放进口袋', url: `${home}2026-01-05/1/aaa111` },
          { '@type': 'NewsArticle', headline: '短讯', url: `${home}2026-01-05/1/bbb222` },
        ],
      },
    ]))
})

describe('the head of a month of the calendar', () => {
  it('names its own address and the feeds, and the paper’s icon for a picture', async () => {
    const entry = await writeSmallIssue(site, '2026-01-05')
    const paper = decodePaper(encode((await smallIssue()).issue.paper))
    const catalogs = {
      newest: { format: '1.0', paper, issues: [entry], years: [2026] },
      years: [{ format: '1.0', year: 2026, issues: [entry] }],
    }
    const [month] = monthsOf(catalogs, renderer)
    if (!month) throw new Error('no month')
    const pages = await drawMonth({ app, paper, paperJson: '{}', address, style: '' }, renderer, catalogs, month)
    expect(pages.map(({ file }) => file)).toEqual(['calendar/2026/1/index.html', 'calendar/index.html'])
    for (const { html } of pages)
      expect(headOf(html)).toMatchObject({
        canonical: [`${home}calendar/2026/1`],
        'og:type': ['website'],
        'og:image': [`${home}icon-512.png`],
        alternate: ['/paper/feed.xml', '/paper/feed.json'],
      })
  })
})

describe('the square picture of a page', () => {
  const pictureOf = (html = ''): string => /<body>\s*<img src="\/paper\/([^"]*)"/.exec(html)?.[1] ?? ''

  it('is the first of its body, of at least 300 pixels, and the one that Open Graph names', async () => {
    const pages = await draw()
    for (const html of pages.values()) {
      const file = pictureOf(html)
      expect(headOf(html)['og:image']).toEqual([`${home}${file}`])
      const { width, height } = await sharp(join(site, file)).metadata()
      expect([width, height].map(String)).toEqual([
        headOf(html)['og:image:width']?.[0],
        headOf(html)['og:image:height']?.[0],
      ])
      expect(width).toBeGreaterThanOrEqual(300)
    }
  })

  it('shows the title: another title is another picture, and the old one is removed', async () => {
    const file = '2026-01-05/1/bbb222/index.html'
    const before = pictureOf((await draw()).get(file))
    expect(pictureOf((await draw()).get(file))).toBe(before)
    const changed = await draw((issue) => ({
      ...issue,
      articles: issue.articles.map((article) => ({ ...article, headline: '另一个题目' })),
    }))
    expect(pictureOf(changed.get(file))).not.toBe(before)
    expect(existsSync(join(site, before))).toBe(false)
    expect(readdirSync(join(site, 'previews/2026-01-05'))).toHaveLength(4)
  })

  it('of a withdrawn article is that of the issue: its own is gone', async () => {
    const file = '2026-01-05/1/bbb222/index.html'
    const before = pictureOf((await draw()).get(file))
    const pages = await draw(withdrawn('bbb222'))
    expect(pictureOf(pages.get(file))).toBe(pictureOf(pages.get('index.html')))
    expect(existsSync(join(site, before))).toBe(false)
  })
})

describe('the language of a preview', () => {
  it.each([
    ['zh-Hans', 'zh_CN'],
    ['zh', 'zh_CN'],
    ['zh-Hant', 'zh_TW'],
    ['zh-Hant-HK', 'zh_HK'],
    ['zh-TW', 'zh_TW'],
    ['en-GB', 'en_GB'],
    ['en', undefined],
  ])('%s is %s', (lang, locale) => expect(openGraphLocale(lang)).toBe(locale))
})
