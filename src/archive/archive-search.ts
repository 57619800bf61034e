import type { ArticleId, IssueId, PageLabel, PageNo } from '@/bundle/ids'
import type { SearchLimits } from '@/text/search-limits'
import type { Span } from '@/text/search-query'
import type { TextStretch } from '@/text/stretches'

/** What is sought, and where. */
export interface ArchiveQuery extends SearchLimits {
  /**
   * As typed: words with a gap between them, all of which an article must have; a phrase between quotation marks; a word or phrase
   * after a minus, which it must not have; beside other words a day or month with its year, which may be that of the issue.
   */
  readonly words: string
}

/** A number of articles. One that is not exact is an upper bound that comes down while hits are read, until it is exact. */
export interface ArchiveCount {
  readonly articles: number
  readonly isExact: boolean
}

export interface YearCount {
  readonly year: number
  readonly articles: number
}

/** An article that has the words, as the real patterns of `search-query.ts` say: never by its n-grams alone. */
export interface ArchiveHit {
  readonly issue: IssueId
  /** `2024-05-25` */
  readonly date: string
  readonly article: ArticleId
  /** The page of the first occurrence; the article's first page if that is in the title block. */
  readonly page: { readonly no: PageNo; readonly label: PageLabel; readonly name?: string | undefined }
  /** Empty if the article has no title. */
  readonly title: readonly TextStretch[]
  readonly byline: readonly TextStretch[]
  readonly excerpt: readonly TextStretch[]
  /** Where the words stand in the article's text, in UTF-16 code units [B7], for lighting them there; empty if only titles have them. */
  readonly spans: readonly Span[]
  readonly isWithdrawn: boolean
}

/** Hits on a page at most. */
export const hitsOnPage = 10

/** Some more hits, newest first. A page of fewer that is not the last stopped after many articles that had only parts of the words. */
export interface ArchivePage {
  readonly hits: readonly ArchiveHit[]
  /** As it is known after these hits. */
  readonly count: ArchiveCount
  /** Newest first; years without any are left out. */
  readonly years: readonly YearCount[]
  readonly isLast: boolean
}

export interface ArchiveAnswer {
  readonly count: ArchiveCount
  readonly years: readonly YearCount[]
  /** Names of pages in the archive, those of the most articles first. */
  readonly sections: readonly string[]
  /** Hits page by page; nothing is fetched before it is asked for. May be iterated once. @throws ArchiveError */
  readonly pages: AsyncIterable<ArchivePage>
}

/** The search of a whole archive, whatever does the work: static files, or an engine. */
export interface ArchiveSearch {
  /** Reads what any search begins with, so that the first finds it there. What can't be read is left to the search to say. */
  readonly prepare: (signal: AbortSignal) => Promise<void>
  /**
   * Counts first, then hits. `signal` ends the search and the reading of its pages, which then throw its reason.
   * @throws ArchiveError if the index can't be read, or says what no index of this archive can say
   */
  readonly search: (query: ArchiveQuery, signal: AbortSignal) => Promise<ArchiveAnswer>
}
