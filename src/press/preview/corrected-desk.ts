import type { ArticleOrigin } from '../importers/corrections/apply-corrections'
import type { PrintedArticle, PrintedIssue } from '../importers/printed/printed-issue'
import { namesOfArticles } from '../importers/printed/write-manuscript'
import type { CorrectedPrinted } from '../importers/read-printed'

/** An article of the corrected issue, as an editor names and changes it. */
export interface DeskedArticle {
  /** By which the desk names it. */
  readonly key: string
  readonly article: PrintedArticle
  readonly origin: ArticleOrigin
}

/** A source with its corrections: what an editor looks at, and what a change is made of. */
export interface CorrectedDesk {
  /** As the source has it. */
  readonly source: PrintedIssue
  readonly corrected: CorrectedPrinted
  /** In the order of the issue. */
  readonly articles: readonly DeskedArticle[]
}

export const deskOf = (source: PrintedIssue, corrected: CorrectedPrinted): CorrectedDesk => {
  const names = namesOfArticles(corrected.issue.articles)
  return {
    source,
    corrected,
    articles: corrected.issue.articles.map((article, index) => ({
      key: names[index] ?? article.sourceId,
      article,
      origin: corrected.origins.get(article) ?? { joined: [] },
    })),
  }
}

export const articleNamed = ({ articles }: CorrectedDesk, key: string): DeskedArticle | undefined =>
  articles.find((one) => one.key === key)

/** What an article was made of: itself, then the articles in which it goes on. */
export const partsOfOrigin = (origin: ArticleOrigin): readonly ArticleOrigin[] => [
  origin,
  ...origin.joined.flatMap(partsOfOrigin),
]
