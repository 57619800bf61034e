import type { ArchiveHit } from '@/archive/archive-search'
import type { IssueId, PaperId } from '@/bundle/ids'
import { formatIssueKey } from '@/bundle/issue-key'
import type { Page } from '@/bundle/issue'
import type { TextStretch } from '@/text/stretches'
import type { IssueMatch } from './search-issue'

/** An article that was found, as it is listed. */
export interface SearchResult {
  readonly article: string
  readonly page: Pick<Page, 'no' | 'label'> & { readonly name?: string | undefined }
  readonly title: readonly TextStretch[]
  readonly byline: readonly TextStretch[]
  readonly excerpt: readonly TextStretch[]
  readonly isWithdrawn: boolean
  /** Number of occurrences, where it is known. */
  readonly hits?: number
}

/** What was found in one issue. */
export interface ResultGroup {
  readonly paper: PaperId
  readonly issue: IssueId
  readonly date: string
  readonly weekday?: string | undefined
  /** Whether the query names the issue's date. */
  readonly isByDate: boolean
  /** Whether it can be read without a network. */
  readonly isSaved: boolean
  readonly results: readonly SearchResult[]
}

export const groupsOfMatches = (matches: readonly IssueMatch[], isSaved: boolean): ResultGroup[] =>
  matches.map(({ text, isByDate, articles }) => ({
    paper: text.paper,
    issue: text.issue,
    date: text.date,
    weekday: text.weekday,
    isByDate,
    isSaved,
    results: articles.map(({ article, ...match }) => ({
      ...match,
      article: article.id,
      isWithdrawn: article.isWithdrawn === true,
    })),
  }))

/** Hits of one issue stand together, since they come newest first. */
export const groupsOfHits = (paper: PaperId, hits: readonly ArchiveHit[], untitled: string): ResultGroup[] => {
  const groups: { -readonly [Key in keyof ResultGroup]: ResultGroup[Key] }[] = []
  for (const { issue, date, title, ...hit } of hits) {
    const result = { ...hit, title: title.length > 0 ? title : [{ text: untitled, isHit: false }] }
    const last = groups.at(-1)
    if (last?.issue === issue) last.results = [...last.results, result]
    else groups.push({ paper, issue, date, isByDate: false, isSaved: false, results: [result] })
  }
  return groups
}

/** Newest first; issues of one day in the order of their names. */
const newestFirst = (a: ResultGroup, b: ResultGroup): number =>
  a.date === b.date ? (formatIssueKey(a) < formatIssueKey(b) ? -1 : 1) : a.date < b.date ? 1 : -1

/** One list of what was found here and in the archive, newest first, each article once. */
export const mergedGroups = (here: readonly ResultGroup[], archived: readonly ResultGroup[]): ResultGroup[] => {
  const groups = new Map(here.map((group) => [formatIssueKey(group), group]))
  for (const group of archived) {
    const key = formatIssueKey(group)
    const own = groups.get(key)
    const known = new Set(own?.results.map(({ article }) => article))
    const fresh = group.results.filter(({ article }) => !known.has(article))
    groups.set(key, own ? { ...own, results: [...own.results, ...fresh] } : group)
  }
  return [...groups.values()].sort(newestFirst)
}
