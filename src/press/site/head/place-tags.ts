import type { Issue, Page } from '@/bundle/issue'
import { titleOf } from '@/bundle/lookup'
import { publicationOf } from '../discovery/moments'
import type { HeadTag } from '../html-document'
import { previewSide } from '../previews/preview-files'
import type { ArticleSummary } from './article-summary'
import { briefOf } from './brief'
import { headTags } from './head-tags'
import { canonicalPath, pathOfArticle, pathOfPage, type DescribedPlace } from './place'

interface Neighbours {
  readonly previous: string | undefined
  readonly next: string | undefined
}

const neighbouringPages = (issue: Issue, page: Page): Neighbours => {
  const pathAt = (no: number): string | undefined => {
    const other = issue.pages[no - 1]
    return other && pathOfPage(issue, other)
  }
  return { previous: pathAt(page.no - 1), next: pathAt(page.no + 1) }
}

const neighbouringArticles = (
  issue: Issue,
  { article }: ArticleSummary,
  order: readonly ArticleSummary[],
): Neighbours => {
  const at = order.findIndex((one) => one.article.id === article.id)
  const pathAt = (index: number): string | undefined => {
    const other = order[index]
    return other && pathOfArticle(issue, other)
  }
  return { previous: pathAt(at - 1), next: pathAt(at + 1) }
}

/** What stands on a page, in one line. */
const contentsOf = (page: Page, order: readonly ArticleSummary[]): string =>
  briefOf([
    order
      .filter((summary) => summary.page === page && !summary.article.withdrawn)
      .flatMap(({ article }) => titleOf(article) ?? [])
      .join('；'),
  ])

/** The tags of a page or an article. `order` is the reading order of the whole issue. */
export const placeTags = (place: DescribedPlace, order: readonly ArticleSummary[]): HeadTag[] => {
  const { address, issue, page, summary, preview } = place
  const title = (summary && titleOf(summary.article)) ?? place.title
  return headTags({
    address,
    paper: issue.paper,
    path: canonicalPath(place),
    title,
    description: summary ? summary.brief : contentsOf(page, order),
    lang: summary?.article.lang ?? issue.lang,
    picture: { file: preview, side: previewSide, alt: summary?.picture?.alt ?? title },
    isHidden: summary?.article.withdrawn !== undefined,
    section: (summary?.page ?? page).name,
    ...(summary && { published: publicationOf(issue) }),
    ...(summary ? neighbouringArticles(issue, summary, order) : neighbouringPages(issue, page)),
  })
}
