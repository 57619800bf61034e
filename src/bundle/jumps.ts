import type { ArticleId, PageNo } from './ids'
import type { Issue, Page } from './issue'
import type { Region } from './region'

/** A part of an article, and the page it is on. */
export interface PlacedPart {
  readonly page: Page
  readonly region: Region
  /** Position among the article's parts, from 0. */
  readonly index: number
}

const partsByArticle = (issue: Issue): ReadonlyMap<string, readonly PlacedPart[]> => {
  const byArticle = new Map<string, Omit<PlacedPart, 'index'>[]>()
  for (const page of issue.pages) {
    for (const region of page.renditions[0]?.regions ?? []) {
      const known = byArticle.get(region.article)
      if (known) known.push({ page, region })
      else byArticle.set(region.article, [{ page, region }])
    }
  }
  return new Map(
    [...byArticle].map(([article, parts]) => [
      article,
      parts
        .sort((a, b) => a.region.range[0] - b.region.range[0] || a.region.range[1] - b.region.range[1])
        .map((part, index) => ({ ...part, index })),
    ]),
  )
}

/** Of each issue in use, worked out once: a list of contents asks for every article. */
const knownParts = new WeakMap<Issue, ReturnType<typeof partsByArticle>>()

/** The article's parts in reading order, as the first renditions cut it. “Continued on” means the next part. [B11] */
export const partsOf = (issue: Issue, article: ArticleId | string): readonly PlacedPart[] => {
  const known = knownParts.get(issue) ?? partsByArticle(issue)
  knownParts.set(issue, known)
  return known.get(article) ?? []
}

/** The part that continues this one; undefined at the end of the article. */
export const continuationOf = (issue: Issue, part: PlacedPart): PlacedPart | undefined =>
  partsOf(issue, part.region.article)[part.index + 1]

/** The part that this one continues; undefined at the beginning of the article. */
export const originOf = (issue: Issue, part: PlacedPart): PlacedPart | undefined =>
  partsOf(issue, part.region.article)[part.index - 1]

/** The article's first part on the page. */
export const partOnPage = (issue: Issue, article: ArticleId | string, page: PageNo | number): PlacedPart | undefined =>
  partsOf(issue, article).find((part) => part.page.no === page)

/** Printed jump lines whose other end is not in this bundle: on the article's last part, and on its first. [B11] */
export const unresolvedJumps = (issue: Issue, article: ArticleId | string) => {
  const parts = partsOf(issue, article)
  const on = parts.at(-1)?.region.continuedOn
  const from = parts[0]?.region.continuedFrom
  return { ...(on && { on }), ...(from && { from }) }
}
