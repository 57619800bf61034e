import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIssue, encode } from '@/bundle/codec'
import {
  addressesOf,
  mostNews,
  newsLanguageOf,
  writeNewsSitemap,
  writeSitemapIndex,
  writeSitemaps,
} from '@/press/site/discovery/sitemap'
import { smallIssue } from '../../support/small-issue'
import { textsOfElement, xmlFaults } from '../../support/xml-faults'

const url = (index: number) => ({ url: `https://www.example.com/2026-01-05/1/a${index}`, changed: '2026-01-05' })
const urls = (count: number) => Array.from({ length: count }, (_, index) => url(index))

describe('a sitemap', () => {
  it('names every page, and every article once, where it begins', async () => {
    const { issue } = await smallIssue()
    expect(addressesOf(decodeIssue(encode(issue)))).toEqual([
      '2026-01-05/1',
      '2026-01-05/1/aaa111',
      '2026-01-05/1/bbb222',
      '2026-01-05/2',
      '2026-01-05/2/ccc333',
    ])
  })

  it('does not name what was withdrawn', async () => {
    const { issue } = await smallIssue()
    const articles = issue.articles.map((article) =>
      article.id === 'bbb222' ? { ...article, withdrawn: { on: '2026-01-06', notice: '内容有误。' } } : article,
    )
    const addresses = addressesOf(decodeIssue(encode({ ...issue, articles })))
    expect(addresses.join()).not.toContain('bbb222')
    expect(addresses).toHaveLength(4)
  })

  it('is valid by the schema of sitemaps', async () => {
    const [sitemap = ''] = writeSitemaps([...urls(3), { url: 'https://www.example.com/a&b' }])
    expect(await xmlFaults(sitemap, 'urlset')).toEqual([])
    expect(await xmlFaults(sitemap.replace('2026-01-05<', 'yesterday<'), 'urlset')).not.toEqual([])
  })

  it('holds no more addresses and bytes than one may, and loses none', () =>
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 400, max: 3000 }),
        (count, most, bytes) => {
          const sitemaps = writeSitemaps(urls(count), { urls: most, bytes })
          for (const sitemap of sitemaps) {
            expect(textsOfElement(sitemap, 'loc').length).toBeLessThanOrEqual(most)
            expect(Buffer.byteLength(sitemap)).toBeLessThanOrEqual(bytes)
          }
          expect(sitemaps.flatMap((sitemap) => textsOfElement(sitemap, 'loc'))).toEqual(
            urls(count).map((one) => one.url),
          )
        },
      ),
    ))

  it('is cut at fifty thousand addresses', () =>
    expect(writeSitemaps(urls(50_001)).map((text) => text.split('<url>').length - 1)).toEqual([50_000, 1]))
})

describe('the index of sitemaps', () => {
  it('is valid', async () => {
    const index = writeSitemapIndex([url(1), { url: 'https://www.example.com/sitemaps/2026-01.xml' }])
    expect(await xmlFaults(index, 'sitemaps')).toEqual([])
    expect(await xmlFaults(writeSitemapIndex([]), 'sitemaps')).not.toEqual([])
  })
})

describe('the sitemap of news', () => {
  const news = (title: string) => ({ url: url(1).url, title, published: '2026-01-05T00:00:00+08:00' })

  it('is valid whatever a title is', async () => {
    const odd = ['甲', '<b>&', ']]>', '\ud800', '\u0001']
    const text = writeNewsSitemap({ name: '“样报” & 周末', lang: 'zh-Hans' }, odd.map(news)) ?? ''
    expect(await xmlFaults(text, 'sitemaps')).toEqual([])
    expect(textsOfElement(text, 'news:title')).toEqual(['甲', '<b>&', ']]>', '\ufffd', '\ufffd'])
  })

  it('is not written without news, because it may not be empty', () =>
    expect(writeNewsSitemap({ name: '样报', lang: 'zh' }, [])).toBeUndefined())

  it('has at most a thousand entries', () => {
    const text =
      writeNewsSitemap(
        { name: '样报', lang: 'zh' },
        Array.from({ length: 1200 }, () => news('甲')),
      ) ?? ''
    expect(textsOfElement(text, 'loc')).toHaveLength(mostNews)
  })

  it.each([
    ['zh-Hans', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
    ['en-GB', 'en'],
    ['bo', 'bo'],
  ])('says %s as %s', (lang, language) => expect(newsLanguageOf(lang)).toBe(language))
})
