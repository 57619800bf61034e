import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn } from '@/bundle/lookup'
import { pageRule, paperSizeOf } from '@/bundle/paper-size'
import type { BundleFolder } from '../io/bundle-folder'
import type { OpenedForDrawing, PageRenderer } from '../render/page-renderer'
import { inPage, pageFrame, type SitePlan } from './app-files'
import { summariesOf } from './head/article-summary'
import type { DescribedPlace } from './head/place'
import { placeTags } from './head/place-tags'
import { structuredData } from './head/structured-data'
import { writeDocument, type HeadTag } from './html-document'
import type { GlyphStore } from './previews/glyph-store'
import { removeOldPreviews, writePreviews } from './previews/write-previews'
import { dataPath, fileOfAddress } from './site-paths'
import { standardLinks } from './standards/standard-links'

/** A page of a site. */
export interface SitePage {
  /** File below the site's folder. */
  readonly file: string
  readonly html: string
}

/** An issue as the reader opens it, each page decoded once. */
const openForDrawing = ({ issue, readPage }: BundleFolder, base: string): OpenedForDrawing => {
  const parts = new Map<number, ReturnType<typeof readPage>>()
  return {
    issue,
    origin: 'network',
    page: (page) => {
      const part = parts.get(page.no) ?? readPage(page)
      parts.set(page.no, part)
      return part
    },
    partUrl: (name) => ({ url: `${base}${dataPath}${issue.id}/${name}`, release: () => undefined }),
  }
}

/** The data that the app loads for a place, which it fetches while its scripts are on their way. */
const dataOf = (issue: Issue, pages: readonly Page[], base: string): string[] =>
  ['issue.json', ...(issue.paper.keys ? ['issue.sig'] : []), ...new Set(pages.map(({ part }) => part))].map(
    (name) => `${base}${dataPath}${issue.id}/${name}`,
  )

interface Place {
  /** Addresses below the site's base, the canonical one first. */
  readonly addresses: readonly string[]
  readonly page: Page
  /** Every page whose text it shows. */
  readonly pages: readonly Page[]
  readonly article?: Article
}

/**
 * Every place of an issue: its pages, and every article on each page that it stands on. The front page has the issue's own address
 * too, and that of the site if no issue is newer.
 */
const placesOf = (issue: Issue, isNewest: boolean): Place[] =>
  issue.pages.flatMap((page, index): Place[] => {
    const address = `${issue.id}/${page.no}`
    return [
      { addresses: [address, ...(index === 0 ? [issue.id, ...(isNewest ? [''] : [])] : [])], page, pages: [page] },
      ...articlesOn(issue, page).map((article) => ({
        addresses: [`${address}/${article.id}`],
        page,
        pages: [page, ...partsOf(issue, article.id).map((part) => part.page)],
        article,
      })),
    ]
  })

/** Fonts of typeset pages come with the page, so that its figures stand where they were counted from the first paint on. */
const fontsOf = ({ app, address: { base } }: SitePlan): HeadTag[] =>
  app.settingFonts.map((file) => [
    'link',
    { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `${base}${file}` },
  ])

export interface DrawOptions {
  readonly isNewest: boolean
  /** Folder of the site, into which the pictures for previews of links are written. */
  readonly site: string
  readonly glyphs: GlyphStore
  readonly signal: AbortSignal
}

/** Draws every page of an issue with the reader's own components. */
export async function* drawIssue(
  plan: SitePlan,
  renderer: PageRenderer,
  bundle: BundleFolder,
  options: DrawOptions,
): AsyncGenerator<SitePage> {
  const { base } = plan.address
  const { issue } = bundle
  const opened = openForDrawing(bundle, base)
  const frame = pageFrame(plan)
  const order = await summariesOf(issue, opened.page)
  const previews = await writePreviews(bundle, order, options)
  for (const { addresses, page, pages, article } of placesOf(issue, options.isNewest)) {
    const [address = ''] = addresses
    const { html, head } = await renderer.renderPlace(`/${address}`, { paper: plan.paper, opened, base })
    const summary = article && order.find((one) => one.article.id === article.id)
    const preview = (article && previews.articles.get(article.id)) ?? previews.issue
    const place: DescribedPlace = {
      address: plan.address,
      issue,
      page,
      title: head.title,
      preview,
      ...(summary && { summary }),
    }
    const structured = structuredData(place, order)
    const isTypeset = page.renditions[0]?.kind === 'typeset'
    const pageStyles = [...(isTypeset ? [] : [plan.app.printedStyles]), pageRule(paperSizeOf(page), 'sheet')]
    const ownStyles = article ? [plan.app.articleStyles] : pageStyles
    const document = writeDocument({
      ...frame,
      title: head.title,
      tags: [
        ...frame.tags,
        ...placeTags(place, order),
        ...standardLinks(issue, plan.address),
        ...(article || !isTypeset ? [] : fontsOf(plan)),
      ],
      data: [...frame.data, ...(structured ? [{ type: 'application/ld+json' as const, json: structured }] : [])],
      firstPicture: `${base}${preview}`,
      inlineScript: {
        ...frame.inlineScript,
        attributes: {
          ...frame.inlineScript.attributes,
          'data-drawn': '',
          'data-ahead': dataOf(issue, pages, base).join(' '),
        },
      },
      inlineStyles: [...frame.inlineStyles, ...ownStyles.map((styles) => inPage(styles, base))],
      body: html,
      bodyAttributes: {
        'data-drawn-by': plan.app.entry,
        'data-place': address,
        'data-revision': `${issue.revision}`,
      },
    })
    for (const one of addresses) yield { file: fileOfAddress(one), html: document }
  }
  await removeOldPreviews(issue, previews, options.site)
}
