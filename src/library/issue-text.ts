import * as v from 'valibot'
import { articleId, pageLabel, pageNo } from '@/bundle/ids'
import { articleKind, isoDate, type Article, type Issue, type Page } from '@/bundle/issue'
import { issueKeyFields, issueKeyOf } from '@/bundle/issue-key'
import { partsOf } from '@/bundle/jumps'
import { mergeArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import { line } from '@/bundle/paper'
import { readingText } from '@/bundle/reading-text'
import { offset } from '@/bundle/region'

const articleText = v.pipe(
  v.object({
    id: articleId,
    kind: articleKind,
    rubric: v.optional(line),
    kicker: v.optional(line),
    headline: v.optional(line),
    workingTitle: v.optional(line),
    deck: v.optional(v.pipe(v.array(line), v.readonly())),
    byline: v.optional(line),
    /** Of its text, the notice is left. */
    isWithdrawn: v.optional(v.literal(true)),
    /** The article's text [B7], of the same length, but with `verseBreak` between the lines of a verse. */
    text: v.string(),
    /** The pages it is on, each with the offset at which it begins there; the first is 0. */
    pages: v.pipe(
      v.array(v.pipe(v.object({ no: pageNo, label: pageLabel, name: v.optional(line), from: offset }), v.readonly())),
      v.readonly(),
    ),
  }),
  v.readonly(),
)
/** An article as search sees it. */
export type ArticleText = v.InferOutput<typeof articleText>

/** Everything that search reads and shows of an issue. */
export const issueText = v.pipe(
  v.object({
    ...issueKeyFields,
    paperName: line,
    date: isoDate,
    weekday: v.optional(line),
    lunarDate: v.optional(line),
    articles: v.pipe(v.array(articleText), v.readonly()),
  }),
  v.readonly(),
)
export type IssueText = v.InferOutput<typeof issueText>

const textOfArticle = (
  issue: Issue,
  article: Article,
  partOfPage: (page: Page) => PagePart | undefined,
): ArticleText => {
  const { id, kind, rubric, kicker, headline, workingTitle, deck, byline, withdrawn } = article
  return {
    id,
    kind,
    ...(rubric && { rubric }),
    ...(kicker && { kicker }),
    ...(headline && { headline }),
    ...(workingTitle && { workingTitle }),
    ...(deck && { deck }),
    ...(byline && { byline }),
    ...(withdrawn && { isWithdrawn: true }),
    text: readingText(mergeArticle(issue, id, partOfPage).blocks),
    pages: partsOf(issue, id).map(({ page: { no, label, name }, region }) => ({
      no,
      label,
      ...(name && { name }),
      from: region.range[0],
    })),
  }
}

/**
 * What search reads of an issue: whole articles. `partOfPage` returns the decoded part of every page.
 * @throws BundleError `text-mismatch`
 */
export const issueTextOf = (issue: Issue, partOfPage: (page: Page) => PagePart | undefined): IssueText => {
  const { weekday, lunarDate } = issue.masthead
  return {
    ...issueKeyOf(issue),
    paperName: issue.paper.name,
    date: issue.date,
    ...(weekday && { weekday }),
    ...(lunarDate && { lunarDate }),
    // An article without a page has no text, and could not be shown.
    articles: issue.articles
      .filter(({ id }) => partsOf(issue, id).length > 0)
      .map((article) => textOfArticle(issue, article, partOfPage)),
  }
}
