import type { ArchivedArticle } from '@/archive/archived-article'
import type { Article, Page } from '@/bundle/issue'
import { partsOf } from '@/bundle/jumps'
import { mergeArticle } from '@/bundle/merge-article'
import type { PagePart } from '@/bundle/page-part'
import { readingText } from '@/bundle/reading-text'
import type { BundleFolder } from '../../io/bundle-folder'

const titlesOf = ({ rubric, kicker, headline, workingTitle, deck, byline }: Article): ArchivedArticle['titles'] => {
  const title = headline ?? workingTitle
  return {
    ...(rubric && { rubric }),
    ...(kicker && { kicker }),
    ...(title && { headline: title }),
    ...(deck && { deck }),
    ...(byline && { byline }),
  }
}

/** What a search of the archive reads of an issue: whole articles, in the issue's order. @throws BundleError */
export const recordsOf = async ({
  issue,
  readPage,
}: Pick<BundleFolder, 'issue' | 'readPage'>): Promise<ArchivedArticle[]> => {
  const parts = new Map<Page, PagePart>()
  for (const page of issue.pages) parts.set(page, await readPage(page))
  // An article without a page has no text, and could not be shown.
  return issue.articles.flatMap((article) => {
    const placed = partsOf(issue, article.id)
    if (placed.length === 0) return []
    const { blocks } = mergeArticle(issue, article.id, (page) => parts.get(page))
    return [
      {
        issue: issue.id,
        date: issue.date,
        article: article.id,
        ...(article.withdrawn && { isWithdrawn: true as const }),
        titles: titlesOf(article),
        pages: placed.map(({ page: { no, label, name }, region }) => ({
          no,
          label,
          ...(name !== undefined && { name }),
          from: region.range[0],
        })),
        text: readingText(blocks),
      },
    ]
  })
}
