import type { Issue, Page } from '@/bundle/issue'
import { urlAt, type SiteAddress } from '../site-address'
import { issueTag } from './epub/package-document'
import { articlesFrom, headingOf, languageOf, modifiedAt } from './issue-content'
import { epubPath, manifestPath, mediaTypes, webPublicationPath } from './standard-paths'
import { issueTitle, pageTitle, wordsIn } from './standard-words'

/** A link of a Readium Web Publication Manifest. */
export interface PublicationLink {
  readonly href: string
  readonly type: string
  readonly title: string
  readonly children?: readonly PublicationLink[]
}

const htmlLink = (href: string, title: string): PublicationLink => ({ href, type: 'text/html', title })

/** A page, and the articles that begin on it; withdrawn ones are left out. */
const pageLinks = (issue: Issue, page: Page, address: SiteAddress) => {
  const words = wordsIn(issue.lang)
  const own = urlAt(address, `${issue.id}/${page.no}`)
  const articles = articlesFrom(issue, page)
    .filter(({ withdrawn }) => !withdrawn)
    .map((article) => htmlLink(`${own}/${article.id}`, headingOf(article, words)))
  return { page: htmlLink(own, pageTitle(page)), articles }
}

/**
 * An issue as a Readium Web Publication Manifest over the site's own pages: it is read article by article; a page without an
 * article of its own stands for itself.
 */
export const webPublicationOf = (issue: Issue, address: SiteAddress) => {
  const { paper, masthead } = issue
  const pages = issue.pages.map((page) => pageLinks(issue, page, address))
  return {
    '@context': 'https://readium.org/webpub-manifest/context.jsonld',
    metadata: {
      '@type': 'http://schema.org/PublicationIssue',
      identifier: issueTag(issue),
      title: issueTitle(issue),
      language: languageOf(issue.lang, issue),
      publisher: paper.name,
      published: issue.date,
      modified: modifiedAt(issue),
      readingProgression: paper.pageTurn,
      numberOfPages: issue.pages.length,
      belongsTo: {
        collection: { name: paper.name, ...(masthead.serialNo !== undefined && { position: masthead.serialNo }) },
      },
    },
    links: [
      { rel: 'self', href: urlAt(address, webPublicationPath(issue)), type: mediaTypes.webPublication },
      { rel: 'alternate', href: urlAt(address, epubPath(issue)), type: mediaTypes.epub },
      { rel: 'alternate', href: urlAt(address, manifestPath(issue)), type: mediaTypes.iiif },
    ],
    readingOrder: pages.flatMap(({ page, articles }) => (articles.length > 0 ? articles : [page])),
    toc: pages.map(({ page, articles }) => ({ ...page, ...(articles.length > 0 && { children: articles }) })),
    pageList: issue.pages.map(({ no, label }) => htmlLink(urlAt(address, `${issue.id}/${no}`), label)),
  }
}
