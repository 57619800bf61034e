import type { Paper } from '@/bundle/paper'
import { feedPath, sectionOf } from '../discovery/sections'
import type { HeadTag } from '../html-document'
import { urlAt, type SiteAddress } from '../site-address'
import { openGraphLocale } from './languages'

/** What every page of the site can say of itself. */
export interface DescribedPage {
  readonly address: SiteAddress
  readonly paper: Paper
  /** Its one path below the site; a page may stand at others too. */
  readonly path: string
  /** Of what it shows; the title of the document may say more. */
  readonly title: string
  /** Empty if there is nothing to say. */
  readonly description: string
  /** BCP 47. */
  readonly lang: string
  /** A square picture below the site, its side in pixels, and what it shows. */
  readonly picture: { readonly file: string; readonly side: number; readonly alt: string }
  /** Paths of the pages before and after it. */
  readonly previous?: string | undefined
  readonly next?: string | undefined
  /** Whether search engines should forget it. */
  readonly isHidden?: boolean
  /** Name of the section that it belongs to. */
  readonly section?: string | undefined
  /** When it was published, RFC 3339, if it is an article. */
  readonly published?: string
}

const link = (rel: string, href: string, more: Readonly<Record<string, string>> = {}): HeadTag => [
  'link',
  { rel, href, ...more },
]
const meta = (name: string, content: string): HeadTag => ['meta', { name, content }]
const property = (name: string, content: string | undefined): HeadTag[] =>
  content ? [['meta', { property: name, content }]] : []

/** Open Graph (ogp.me), and what else chats read. */
const previewTags = (page: DescribedPage): HeadTag[] => {
  const { address, paper, path, title, description, lang, picture, section, published } = page
  return [
    ...property('og:type', published === undefined ? 'website' : 'article'),
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:url', urlAt(address, path)),
    ...property('og:site_name', paper.name),
    ...property('og:locale', openGraphLocale(lang)),
    ...property('og:image', urlAt(address, picture.file)),
    ...property('og:image:width', `${picture.side}`),
    ...property('og:image:height', `${picture.side}`),
    ...property('og:image:alt', picture.alt),
    ...(published === undefined
      ? []
      : [...property('article:published_time', published), ...property('article:section', section)]),
    meta('twitter:card', 'summary'),
  ]
}

/** The feeds that belong to a page: the paper's, and that of its section. */
const feedTags = ({ address: { base }, paper, section }: DescribedPage): HeadTag[] =>
  [undefined, ...(section ? [sectionOf(section)] : [])].flatMap((of): HeadTag[] => {
    const title = of ? `${paper.name} ${of.name}` : paper.name
    return [
      link('alternate', `${base}${feedPath(of)}.xml`, { type: 'application/atom+xml', title }),
      link('alternate', `${base}${feedPath(of)}.json`, { type: 'application/feed+json', title }),
    ]
  })

/**
 * What a page says of itself to search engines, chats and feed readers. There is no hreflang: an address has one language, and the
 * reader converts simplified and traditional characters at that address.
 */
export const headTags = (page: DescribedPage): HeadTag[] => {
  const { address, paper, path, description, previous, next, isHidden } = page
  return [
    ...(description ? [meta('description', description)] : []),
    ...(isHidden ? [meta('robots', 'noindex')] : []),
    link('canonical', urlAt(address, path)),
    ...(previous ? [link('prev', `${address.base}${previous}`)] : []),
    ...(next ? [link('next', `${address.base}${next}`)] : []),
    ...previewTags(page),
    ...feedTags(page),
    link('search', `${address.base}opensearch.xml`, {
      type: 'application/opensearchdescription+xml',
      title: paper.name,
    }),
  ]
}
