import type { ArticleId } from '@/bundle/ids'
import type { Article, Issue, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn, titleOf } from '@/bundle/lookup'
import { mergeArticle, type MergedArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import type { BundleFolder } from '../../io/bundle-folder'
import type { StandardWords } from './standard-words'

/** An issue with the text of all its pages: what every standard's form is made from. */
export interface IssueContent {
  readonly issue: Issue
  /** Joins the pieces of an article; a withdrawn one has no text. */
  readonly textOf: (article: Article) => MergedArticle
}

const nothing: MergedArticle = { blocks: [], marks: [], seams: [] }

/** @param parts by number of the page */
export const contentOf = (issue: Issue, parts: ReadonlyMap<number, PagePart>): IssueContent => {
  const merged = new Map<ArticleId, MergedArticle>()
  return {
    issue,
    textOf: ({ id, withdrawn }) => {
      if (withdrawn) return nothing
      const text = merged.get(id) ?? mergeArticle(issue, id, ({ no }) => parts.get(no))
      merged.set(id, text)
      return text
    },
  }
}

/** @throws BundleError */
export const readIssueContent = async ({ issue, readPage }: BundleFolder): Promise<IssueContent> => {
  const parts = new Map<number, PagePart>()
  for (const page of issue.pages) parts.set(page.no, await readPage(page))
  return contentOf(issue, parts)
}

/** The articles that begin on a page, in the page's order. */
export const articlesFrom = (issue: Issue, page: Page): Article[] =>
  articlesOn(issue, page).filter(({ id }) => partsOf(issue, id)[0]?.page === page)

/** The articles that a page continues from another one. */
export const articlesContinuedOn = (issue: Issue, page: Page): Article[] =>
  articlesOn(issue, page).filter(({ id }) => partsOf(issue, id)[0]?.page !== page)

/** A title, or what kind of thing has none. */
export const headingOf = (article: Article, words: StandardWords): string =>
  titleOf(article) ?? words.untitledKinds[article.kind] ?? words.untitled

/** A language tag that others will accept; what is none is read as the paper's. */
export const languageOf = (lang: string | undefined, { paper }: Pick<Issue, 'paper'>): string =>
  lang !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : paper.lang

/**
 * When this revision was made, to the second in UTC: the time of publication, or the beginning of the issue's day. A revision has
 * no time of its own, so each later one counts as a second later: two revisions must not have the same time.
 */
export const modifiedAt = ({ publishedAt, date, revision }: Issue): string => {
  const given = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt)
  const start = Number.isNaN(given) ? Date.parse(`${date}T00:00:00Z`) : given
  return new Date(start + (revision - 1) * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}
