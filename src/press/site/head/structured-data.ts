import type {
  Article as ArticleSchema,
  CollectionPage,
  Newspaper,
  Person,
  PublicationIssue,
  NewsArticle,
  AdvertiserContentArticle,
  Thing,
  WithContext,
} from 'schema-dts'
import type { Article, Issue } from '@/bundle/issue'
import { titleOf } from '@/bundle/lookup'
import { publicationOf } from '../discovery/moments'
import { previewSide } from '../previews/preview-files'
import { urlAt, type SiteAddress } from '../site-address'
import type { ArticleSummary } from './article-summary'
import { authorsOf } from './authors'
import { pathOfArticle, pathOfPage, type DescribedPlace } from './place'

type Data<Schema> = Exclude<Schema, string>

const newspaperOf = ({ paper }: Issue, address: SiteAddress): Data<Newspaper> => ({
  '@type': 'Newspaper',
  '@id': `${urlAt(address)}#paper`,
  name: paper.name,
  url: urlAt(address),
  inLanguage: paper.lang,
})

/** 总第…期 where it is printed, otherwise the number of the year. */
const numberOf = ({ masthead }: Issue): number | string | undefined =>
  masthead.serialNoPrinted ?? masthead.serialNo ?? masthead.issueNoPrinted ?? masthead.issueNo

const issueOf = (issue: Issue, address: SiteAddress): Data<PublicationIssue> => {
  const number = numberOf(issue)
  return {
    '@type': 'PublicationIssue',
    '@id': `${urlAt(address, issue.id)}#issue`,
    url: urlAt(address, `${issue.id}/1`),
    datePublished: issue.date,
    ...(number !== undefined && { issueNumber: number }),
    isPartOf: newspaperOf(issue, address),
  }
}

/** What schema.org calls an article of this kind; lists of contents and of staff are none. */
const typeOf = ({ kind }: Article): 'NewsArticle' | 'AdvertiserContentArticle' | 'Article' | undefined => {
  if (kind === 'news' || kind === 'picture') return 'NewsArticle'
  if (kind === 'advert') return 'AdvertiserContentArticle'
  return kind === 'notice' ? 'Article' : undefined
}

const people = (article: Article): Data<Person>[] => authorsOf(article).map((name) => ({ '@type': 'Person', name }))

const articleOf = (
  { address, issue, preview }: DescribedPlace,
  summary: ArticleSummary,
): NewsArticle | AdvertiserContentArticle | ArticleSchema | undefined => {
  const { article, page, brief } = summary
  const type = typeOf(article)
  const title = titleOf(article)
  if (!type || !title || article.withdrawn) return undefined
  const url = urlAt(address, pathOfArticle(issue, summary))
  const authors = people(article)
  const deck = article.deck?.join(' ')
  const shared = {
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: title,
    ...(deck && { alternativeHeadline: deck }),
    ...(brief && { description: brief }),
    inLanguage: article.lang ?? issue.lang,
    datePublished: publicationOf(issue),
    image: {
      '@type': 'ImageObject' as const,
      url: urlAt(address, preview),
      width: `${previewSide}`,
      height: `${previewSide}`,
    },
    ...(authors.length > 0 && { author: authors }),
    publisher: { '@type': 'Organization' as const, name: issue.paper.name, url: urlAt(address) },
    ...(page.name && { articleSection: page.name }),
    pageStart: page.label,
    isPartOf: issueOf(issue, address),
  }
  if (type !== 'NewsArticle') return { '@type': type, ...shared }
  return {
    '@type': type,
    ...shared,
    printPage: page.label,
    ...(page.name && { printSection: page.name }),
    ...(issue.edition && { printEdition: issue.edition }),
  }
}

const pageOf = (place: DescribedPlace, order: readonly ArticleSummary[]): CollectionPage => {
  const { address, issue, page, title } = place
  const url = urlAt(address, pathOfPage(issue, page))
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    inLanguage: issue.lang,
    datePublished: publicationOf(issue),
    isPartOf: issueOf(issue, address),
    hasPart: order
      .filter((summary) => summary.page === page && !summary.article.withdrawn)
      .flatMap((summary): NewsArticle[] => {
        const title = titleOf(summary.article)
        const own = urlAt(address, pathOfArticle(issue, summary))
        return title && typeOf(summary.article) === 'NewsArticle'
          ? [{ '@type': 'NewsArticle', '@id': `${own}#article`, headline: title, url: own }]
          : []
      }),
  }
}

const inContext = <Schema extends Thing>(data: Schema): WithContext<Schema> =>
  Object.assign({ '@context': 'https://schema.org' as const }, data)

/** JSON-LD of a place (schema.org); undefined for what has no name there, and for what was withdrawn. */
export const structuredData = (place: DescribedPlace, order: readonly ArticleSummary[]): string | undefined => {
  const data = place.summary ? articleOf(place, place.summary) : pageOf(place, order)
  return data && JSON.stringify(inContext(data))
}
