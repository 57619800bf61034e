import * as v from 'valibot'
import type { Issue } from '@/bundle/issue'
import { articleId, issueId, pageNo, sha256 } from '@/bundle/ids'
import { titleOf } from '@/bundle/lookup'
import { drawnText } from '@/text/private-use'
import type { ArticleSummary } from '../head/article-summary'
import { authorsOf } from '../head/authors'
import { wordsIn } from '../standards/standard-words'
import { squareOf } from '../previews/square-picture'

const text = v.string()
const list = v.pipe(v.array(text), v.readonly())

/** An article as feeds list it. */
export const feedEntry = v.pipe(
  v.object({
    article: articleId,
    page: pageNo,
    title: text,
    brief: text,
    /** Name of the page it stands on: 要闻. */
    section: v.optional(text),
    authors: list,
    /** File of its square picture below the site. */
    picture: v.optional(text),
    /** Of what a reader sees. */
    digest: text,
    /** RFC 3339. */
    updated: text,
    /** Whether the notice of its withdrawal is all that is left. */
    isWithdrawn: v.optional(v.literal(true)),
  }),
  v.readonly(),
)
export type FeedEntry = v.InferOutput<typeof feedEntry>

/** What is remembered of an issue, so that feeds can be written without opening it again. */
export const recentIssue = v.pipe(
  v.object({
    id: issueId,
    date: text,
    /** Of its issue.json. */
    sha256,
    /** RFC 3339. */
    published: text,
    entries: v.pipe(v.array(feedEntry), v.readonly()),
  }),
  v.readonly(),
)
export type RecentIssue = v.InferOutput<typeof recentIssue>

const kinds: ReadonlySet<string> = new Set(['news', 'picture'])

/** Whether the article is news: adverts, notices and lists of contents stay out of feeds. */
const isNews = ({ article }: ArticleSummary): boolean => kinds.has(article.kind)

/**
 * The entries of an issue, in reading order. What was withdrawn says so, since whoever has the entry would keep it if it merely vanished. One that has not changed since the issue was read last keeps its moment; the others
 * were updated when the issue was.
 */
export const feedEntriesOf = (
  issue: Issue,
  summaries: readonly ArticleSummary[],
  { updated, before }: { readonly updated: string; readonly before?: RecentIssue | undefined },
): FeedEntry[] => {
  const known = new Map(before?.entries.map((entry) => [entry.article, entry]))
  return summaries.filter(isNews).flatMap((summary): FeedEntry[] => {
    const { article, page, brief, digest } = summary
    const own = drawnText(titleOf(article) ?? brief)
    if (own === '') return []
    const title = article.withdrawn ? wordsIn(issue.lang).withdrawnTitle(own) : own
    const last = known.get(article.id)
    const square = squareOf(issue, summary)
    return [
      {
        article: article.id,
        page: page.no,
        title,
        brief,
        ...(page.name !== undefined && { section: page.name }),
        authors: authorsOf(article),
        ...(square && { picture: square.file }),
        digest,
        updated: last?.digest === digest ? last.updated : updated,
        ...(article.withdrawn && { isWithdrawn: true as const }),
      },
    ]
  })
}
