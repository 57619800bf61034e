import type { Outline } from '@/bundle/region'
import type { DeskArticle, DeskFinding, DeskState } from '@/press/preview/desk-record'

/** What the parts of the desk ask of a state, as pure functions. */

/** An article as it stands on one page. */
export interface BoardArticle {
  readonly article: DeskArticle
  /** From 1: first those that begin on the page, in its order, then those that go on there. */
  readonly no: number
  readonly outlines: readonly Outline[]
}

/** The index of the page on which an article begins; undefined if it stands on none. */
export const firstPageOf = (article: DeskArticle): number | undefined => article.parts[0]?.page

/** Articles that begin on a page, in its order. */
export const beginningOn = (state: DeskState, page: number): DeskArticle[] =>
  state.articles.filter((article) => firstPageOf(article) === page)

/** Outlines of an article on a page, of all its parts there. */
export const outlinesOn = (article: DeskArticle, page: number): readonly Outline[] =>
  article.parts.filter((part) => part.page === page).flatMap(({ outlines }) => outlines)

export const articlesOn = (state: DeskState, page: number): BoardArticle[] => {
  const goingOn = state.articles.filter(
    (article) => firstPageOf(article) !== page && article.parts.some((part) => part.page === page),
  )
  return [...beginningOn(state, page), ...goingOn].map((article, index) => ({
    article,
    no: index + 1,
    outlines: outlinesOn(article, page),
  }))
}

/** Its headline, or what comes first of what it has; empty if it has no words. */
export const nameOf = ({ titles, parts }: DeskArticle): string => {
  const words = [
    titles.headline,
    titles.rubric,
    titles.kicker,
    titles.deck,
    parts.flatMap(({ blocks }) => blocks)[0]?.text,
  ]
  const first = words.find((line) => line !== undefined && line.trim() !== '') ?? ''
  const [line = ''] = first.trim().split('\n')
  const characters = [...line]
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : line
}

export const articleOf = (state: DeskState, key: string | undefined): DeskArticle | undefined =>
  state.articles.find((article) => article.key === key)

/** A finding, and the indices of the pages that it concerns: its own, or those of its article. */
interface PlacedFinding {
  readonly finding: DeskFinding
  readonly pages: readonly number[]
}

const placeFindings = (state: DeskState): PlacedFinding[] => {
  const articles = new Map(state.articles.map((article) => [article.key, article]))
  return state.findings.map((finding) => {
    const article = finding.article === undefined ? undefined : articles.get(finding.article)
    return {
      finding,
      pages: finding.page === undefined ? (article?.parts ?? []).map(({ page }) => page) : [finding.page],
    }
  })
}

/** The page that a finding leads to; undefined if it leads to none. */
export const pageOfFinding = (state: DeskState, { page, article }: DeskFinding): number | undefined =>
  page ?? articleOf(state, article)?.parts[0]?.page

export interface FindingCount {
  readonly count: number
  /** Whether one of them is more than a note. */
  readonly isGrave: boolean
}

/** What was found on each page. */
export const countFindings = (state: DeskState): FindingCount[] => {
  const placed = placeFindings(state)
  return state.pages.map((_, page) => {
    const here = placed.filter(({ pages }) => pages.includes(page))
    return { count: here.length, isGrave: here.some(({ finding }) => finding.severity !== 'note') }
  })
}

export interface FindingGroups {
  readonly here: readonly DeskFinding[]
  readonly elsewhere: readonly DeskFinding[]
  /** Of the source as a whole: they lead nowhere but to a line of a file. */
  readonly nowhere: readonly DeskFinding[]
}

const severities = ['fatal', 'warning', 'note'] as const

/** Findings by where they lead from a page, the gravest first. */
export const groupFindings = (state: DeskState, page: number): FindingGroups => {
  const placed = placeFindings(state)
  const inOrder = severities.flatMap((severity) => placed.filter(({ finding }) => finding.severity === severity))
  const those = (isMeant: (pages: readonly number[]) => boolean): DeskFinding[] =>
    inOrder.filter(({ pages }) => isMeant(pages)).map(({ finding }) => finding)
  return {
    here: those((pages) => pages.includes(page)),
    elsewhere: those((pages) => pages.length > 0 && !pages.includes(page)),
    nowhere: those((pages) => pages.length === 0),
  }
}

/** The article that is in the next state and was not in the last: what an edit has made. */
export const articleAdded = (last: DeskState, next: DeskState): DeskArticle | undefined => {
  const known = new Set(last.articles.map(({ key }) => key))
  return next.articles.find(({ key }) => !known.has(key))
}
