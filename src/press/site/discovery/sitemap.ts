import type { Article, Issue } from '@/bundle/issue'
import { isTraditional } from '@/text/language'
import { urlAt, type SiteAddress } from '../site-address'
import { articlesFrom } from '../standards/issue-content'
import { element, xmlDeclaration, xmlDocument, type Xml } from '../../xml'

/** Sitemaps 0.9 (sitemaps.org/protocol.html). */
const sitemapSpace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const newsSpace = 'http://www.google.com/schemas/sitemap-news/0.9'

/** An address that crawlers should know. */
export interface SitemapUrl {
  readonly url: string
  /** RFC 3339. */
  readonly changed?: string
}

/** Whether search engines may list the article: what was withdrawn is to be forgotten. */
export const isListed = ({ withdrawn }: Pick<Article, 'withdrawn'>): boolean => withdrawn === undefined

/** The canonical addresses of an issue: its pages, and each article once, on the page where it begins. */
export const addressesOf = (issue: Issue): string[] =>
  issue.pages.flatMap((page) => [
    `${issue.id}/${page.no}`,
    ...articlesFrom(issue, page)
      .filter(isListed)
      .map(({ id }) => `${issue.id}/${page.no}/${id}`),
  ])

export const sitemapUrls = (issue: Issue, address: SiteAddress, changed: string): SitemapUrl[] =>
  addressesOf(issue).map((path) => ({ url: urlAt(address, path), changed }))

/** How much one sitemap may hold. */
export interface SitemapLimits {
  readonly urls: number
  readonly bytes: number
}
const protocolLimits: SitemapLimits = { urls: 50_000, bytes: 50 * 1024 * 1024 }

const located = ({ url, changed }: SitemapUrl): Xml[] => [
  element('loc', {}, url),
  ...(changed === undefined ? [] : [element('lastmod', {}, changed)]),
]

/** Sitemaps with all the addresses: one, unless they are more than one may hold. */
export const writeSitemaps = (urls: readonly SitemapUrl[], limits: SitemapLimits = protocolLimits): string[] => {
  const open = `${xmlDeclaration}<urlset xmlns="${sitemapSpace}">`
  const close = '</urlset>\n'
  const frame = open.length + close.length
  const sitemaps: string[][] = []
  let bytes = Infinity
  for (const url of urls) {
    const entry = element('url', {}, ...located(url)).markup
    const own = Buffer.byteLength(entry)
    if (bytes + own > limits.bytes || (sitemaps.at(-1)?.length ?? 0) >= limits.urls) {
      sitemaps.push([])
      bytes = frame
    }
    sitemaps.at(-1)?.push(entry)
    bytes += own
  }
  return sitemaps.map((entries) => `${open}${entries.join('')}${close}`)
}

/** The list of sitemaps, which robots.txt names. */
export const writeSitemapIndex = (sitemaps: readonly SitemapUrl[]): string =>
  xmlDocument(
    element(
      'sitemapindex',
      { xmlns: sitemapSpace },
      ...sitemaps.map((sitemap) => element('sitemap', {}, ...located(sitemap))),
    ),
  )

/** An article for news search engines. */
export interface NewsUrl {
  readonly url: string
  readonly title: string
  /** RFC 3339. */
  readonly published: string
}

/** Most entries that a news sitemap may have. */
export const mostNews = 1000

/** ISO 639; Google's schema asks for `zh-cn` or `zh-tw` where the language is Chinese. */
export const newsLanguageOf = (lang: string): string => {
  const [language = 'zh'] = lang.toLowerCase().split('-')
  return language === 'zh' ? (isTraditional(lang) ? 'zh-tw' : 'zh-cn') : language
}

/** Google's sitemap of news (sitemap-news 0.9). Undefined without news, because a sitemap may not be empty. */
export const writeNewsSitemap = (
  { name, lang }: { readonly name: string; readonly lang: string },
  news: readonly NewsUrl[],
): string | undefined => {
  if (news.length === 0) return undefined
  const publication = element(
    'news:publication',
    {},
    element('news:name', {}, name),
    element('news:language', {}, newsLanguageOf(lang)),
  )
  return xmlDocument(
    element(
      'urlset',
      { xmlns: sitemapSpace, 'xmlns:news': newsSpace },
      ...news
        .slice(0, mostNews)
        .map(({ url, title, published }) =>
          element(
            'url',
            {},
            element('loc', {}, url),
            element(
              'news:news',
              {},
              publication,
              element('news:publication_date', {}, published),
              element('news:title', {}, title),
            ),
          ),
        ),
    ),
  )
}
