import type { Article, Issue } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { articlesOn, titleOf } from '@/bundle/lookup'
import { namesIn, type AddressPattern, type PlaceFacts } from './address-pattern'
import type { Reason } from '../../findings/chinese/reasons'

/** A place of the site that an old address leads to. */
export interface NewPlace {
  /** Its address below the site's base: `2019-03-05/3/abc`. */
  readonly address: string
  /** What a person calls it, as text. */
  readonly title: string
}

/** A place as an editor writes it: an issue, a page, or an article. */
export interface WrittenPlace {
  readonly issue: string
  readonly page?: number
  readonly article?: string
}

const placePattern = /^\/?(\d{4}-\d{2}-\d{2}(?:-[a-z0-9]{1,20})?)(?:\/(\d{1,3})(?:\/([a-z0-9]{3,16}))?)?\/?$/

/** Parses `2019-03-05`, `2019-03-05/3` or `2019-03-05/3/abc`. */
export const parsePlace = (text: string): WrittenPlace | undefined => {
  const [, issue, page, article] = placePattern.exec(text) ?? []
  return issue === undefined
    ? undefined
    : { issue, ...(page !== undefined && { page: Number(page) }), ...(article !== undefined && { article }) }
}

const titleOfIssue = ({ paper, date }: Issue): string => `${paper.name} ${date}`
const issuePlace = (issue: Issue): NewPlace => ({ address: issue.id, title: titleOfIssue(issue) })
const pagePlace = (issue: Issue, { no, label }: Issue['pages'][number]): NewPlace => ({
  address: `${issue.id}/${no}`,
  title: `${titleOfIssue(issue)} ${label}`,
})
const articlePlace = (issue: Issue, page: number, article: Article): NewPlace => ({
  address: `${issue.id}/${page}/${article.id}`,
  title: titleOf(article) ?? titleOfIssue(issue),
})

/** The place in its issue, or words for what is not there. An article that is not on its page is found where it is. */
export const findPlace = (issue: Issue, { page, article }: WrittenPlace): NewPlace | { readonly reason: Reason } => {
  if (page === undefined) return issuePlace(issue)
  const found = issue.pages.find(({ no }) => no === page)
  if (!found) return { reason: `the issue of ${issue.id} has no page ${page}` }
  if (article === undefined) return pagePlace(issue, found)
  const named = issue.articles.find(({ id }) => id === article)
  if (!named) return { reason: `the issue of ${issue.id} has no article “${article}”` }
  const numbers = partsOf(issue, named.id).map((part) => part.page.no)
  return articlePlace(issue, numbers.find((no) => no === page) ?? numbers[0] ?? page, named)
}

/** The places of an issue that a pattern can tell apart, each with the facts that it asks for. */
export const placesFor = (
  pattern: AddressPattern,
  issue: Issue,
): readonly { readonly facts: PlaceFacts; readonly place: NewPlace }[] => {
  const { date } = issue
  const used = namesIn(pattern)
  const hasPage = used.has('page') || used.has('label')
  if (!hasPage && !used.has('article')) return [{ facts: { date }, place: issuePlace(issue) }]
  if (!used.has('article')) return issue.pages.map((page) => ({ facts: { date, page }, place: pagePlace(issue, page) }))
  const seen = new Set<string>()
  return issue.pages.flatMap((page) =>
    articlesOn(issue, page).flatMap((article) => {
      if (!hasPage && seen.has(article.id)) return []
      seen.add(article.id)
      return { facts: { date, page, article: article.id }, place: articlePlace(issue, page.no, article) }
    }),
  )
}
