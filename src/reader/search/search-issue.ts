import { titleOf } from '@/bundle/lookup'
import type { ArticleText, IssueText } from '@/library/issue-text'
import { excerptOf } from '@/text/excerpt'
import { isOnSection, isWithinDays, type SearchLimits } from '@/text/search-limits'
import { findSpans, hasTerm, type SearchTerm, type SoughtWords } from '@/text/search-query'
import { isSoughtDate } from '@/text/sought-date'
import { stretchesOf, type TextStretch } from '@/text/stretches'
import { titleFieldsOf } from './title-fields'

/** An article that matches all terms of the query. */
export interface ArticleMatch {
  readonly article: ArticleText
  /** The page of the first hit; the article's first page if that is in the title block. */
  readonly page: ArticleText['pages'][number]
  readonly title: readonly TextStretch[]
  readonly byline: readonly TextStretch[]
  readonly excerpt: readonly TextStretch[]
  /** Number of occurrences. */
  readonly hits: number
}

/** An issue with its matches. */
export interface IssueMatch {
  readonly text: IssueText
  /** Whether the query names the issue's date. */
  readonly isByDate: boolean
  readonly articles: readonly ArticleMatch[]
}

/** Headlines first, then bylines, then text. */
const rankOf = (article: ArticleText, terms: readonly SearchTerm[]): number => {
  const fields = titleFieldsOf(article)
  const isIn = (names: (name: string) => boolean): boolean =>
    terms.some((term) => fields.some(({ name, text }) => names(name) && hasTerm(text, term)))
  if (isIn((name) => name !== 'byline')) return 0
  return isIn((name) => name === 'byline') ? 1 : 2
}

const matchOf = (
  article: ArticleText,
  { wanted: terms, unwanted }: SoughtWords,
  limits: SearchLimits,
  untitled: string,
): ArticleMatch | undefined => {
  const fields = titleFieldsOf(article)
  const sought = limits.isInTitles ? fields.filter(({ name }) => name !== 'byline') : [article, ...fields]
  const isFound = (term: SearchTerm): boolean => sought.some(({ text }) => hasTerm(text, term))
  const [first] = article.pages
  if (!first || !isOnSection(article.pages, limits) || !terms.every(isFound) || unwanted.some(isFound)) return undefined
  const inTitles = fields.reduce((sum, { text }) => sum + findSpans(text, terms).length, 0)
  const spans = findSpans(article.text, terms)
  const at = inTitles > 0 ? 0 : (spans[0]?.from ?? 0)
  const title = titleOf(article) ?? untitled
  const byline = article.byline ?? ''
  return {
    article,
    page: article.pages.findLast(({ from }) => from <= at) ?? first,
    title: stretchesOf(title, findSpans(title, terms)),
    byline: stretchesOf(byline, findSpans(byline, terms)),
    excerpt: excerptOf(article.text, spans),
    hits: inTitles + spans.length,
  }
}

/**
 * The matches in one issue, best first; undefined if there are none. A term that names the issue's date matches all of
 * its articles. If the query wants dates only, the articles listed are those that print them.
 */
export const searchIssue = (
  text: IssueText,
  { wanted, unwanted }: SoughtWords,
  limits: SearchLimits,
  untitled: string,
): IssueMatch | undefined => {
  if (!isWithinDays(text.date, limits)) return undefined
  const isDayOf = ({ date }: SearchTerm): boolean => date !== undefined && isSoughtDate(text.date, date)
  const isByDate = wanted.some(isDayOf)
  const others = wanted.filter((term) => !isDayOf(term))
  const needed = others.length > 0 ? others : wanted
  const articles = text.articles
    .flatMap((article) => matchOf(article, { wanted: needed, unwanted }, limits, untitled) ?? [])
    .map((match) => ({ match, rank: rankOf(match.article, needed) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ match }) => match)
  const isFound = articles.length > 0 || (isByDate && others.length === 0)
  return isFound ? { text, isByDate, articles } : undefined
}
