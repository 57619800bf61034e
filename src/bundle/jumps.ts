import type { ArticleId, PageNo } from './ids'
import type { Issue, Page } from './issue'
import type { Region } from './region'

/** A part of an article with the page it stands on. */
export interface PlacedPart {
  readonly page: Page
  readonly region: Region
  /** Order among the article's parts, from 0. */
  readonly index: number
}

/** The article's parts in reading order, as the first renditions cut it. *Continued on* is the next part. [B11] */
export const partsOf = (issue: Issue, article: ArticleId | string): PlacedPart[] =>
  issue.pages
    .flatMap((page) =>
      (page.renditions[0]?.regions ?? [])
        .filter((region) => region.article === article)
        .map((region) => ({ page, region })),
    )
    .sort((a, b) => a.region.range[0] - b.region.range[0] || a.region.range[1] - b.region.range[1])
    .map((part, index) => ({ ...part, index }))

/** Where the part goes on, or undefined at the article's end. */
export const continuationOf = (issue: Issue, part: PlacedPart): PlacedPart | undefined =>
  partsOf(issue, part.region.article)[part.index + 1]

/** Where the part comes from, or undefined at the article's beginning. */
export const originOf = (issue: Issue, part: PlacedPart): PlacedPart | undefined =>
  partsOf(issue, part.region.article)[part.index - 1]

/** The article's first part that stands on the page. */
export const partOnPage = (issue: Issue, article: ArticleId | string, page: PageNo | number): PlacedPart | undefined =>
  partsOf(issue, article).find((part) => part.page.no === page)

/** A printed line of the article's last part whose other end is not in this bundle; likewise of its first. [B11] */
export const unresolvedJumps = (issue: Issue, article: ArticleId | string) => {
  const parts = partsOf(issue, article)
  const on = parts.at(-1)?.region.continuedOn
  const from = parts[0]?.region.continuedFrom
  return { ...(on && { on }), ...(from && { from }) }
}
