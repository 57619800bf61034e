import { BundleError } from './fault'
import { isInsidePage } from './geometry'
import type { ArticleId } from './ids'
import { isNamedByContent } from './integrity'
import type { Issue, Page } from './issue'
import { limits } from './limits'
import type { Region } from './region'
import { tilesOf } from './tiles'

const refuseDuplicates = (ids: readonly string[]): void => {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new BundleError({ kind: 'duplicate-id', id })
    seen.add(id)
  }
}

const refuseUnknown = (known: ReadonlySet<string>, id: string | undefined, path: string): void => {
  if (id !== undefined && !known.has(id)) throw new BundleError({ kind: 'unknown-id', id, path })
}

/** Ids are unique, and every reference has its target. [B2] [B5] */
const verifyIds = (issue: Issue): void => {
  // With another date than its id's, an issue could pass as one from before the paper began to sign.
  if (issue.id.slice(0, 10) !== issue.date)
    throw new BundleError({ kind: 'wrong-shape', file: 'issue.json', path: 'date' })
  refuseDuplicates(issue.articles.map(({ id }) => id))
  refuseDuplicates(issue.pictures.map(({ id }) => id))
  refuseDuplicates(issue.parts.map(({ name }) => name))
  refuseDuplicates(issue.pages.map(({ part }) => part))
  refuseDuplicates(issue.pages.map(({ label }) => label))
  const articles = new Set<string>(issue.articles.map(({ id }) => id))
  const parts = new Set<string>(issue.parts.map(({ name }) => name))
  refuseUnknown(parts, issue.masthead.nameplate, 'masthead.nameplate')
  issue.pictures.forEach(({ images }, index) => {
    images.forEach((name) => refuseUnknown(parts, name, `pictures.${index}.images`))
  })
  issue.pages.forEach((page, index) => {
    if (page.no !== index + 1)
      throw new BundleError({ kind: 'wrong-shape', file: 'issue.json', path: `pages.${index}.no` })
    refuseUnknown(parts, page.part, `pages.${index}.part`)
    page.banner?.articles.forEach((id) => refuseUnknown(articles, id, `pages.${index}.banner`))
    for (const rendition of page.renditions) {
      rendition.regions.forEach(({ article }) => refuseUnknown(articles, article, `pages.${index}.renditions`))
      if (rendition.kind === 'facsimile')
        for (const name of [...rendition.images, ...tilesOf(rendition), rendition.words])
          refuseUnknown(parts, name, `pages.${index}.renditions`)
    }
  })
}

/** Parts have their digest in their name, and add up to no more than a reader accepts. [B5] [B16] */
const verifyParts = ({ parts }: Issue): void => {
  for (const { name, sha256 } of parts)
    if (!isNamedByContent(name, sha256)) throw new BundleError({ kind: 'wrong-digest', file: name })
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > limits.issueBytes)
    throw new BundleError({ kind: 'too-large', file: 'issue.json', limitBytes: limits.issueBytes })
}

/** Outlines lie inside their page, and no two articles claim the same one. [B10] */
const verifyOutlines = (page: Page): void => {
  for (const rendition of page.renditions) {
    const claimed = new Map<string, ArticleId>()
    for (const { article, outlines } of rendition.regions) {
      for (const outline of outlines) {
        if (!isInsidePage(outline, rendition))
          throw new BundleError({ kind: 'outline-outside-page', article, page: page.no })
        const key = outline.join(' ')
        const other = claimed.get(key)
        if (other && other !== article)
          throw new BundleError({ kind: 'part-claimed-twice', page: page.no, articles: [other, article] })
        claimed.set(key, article)
      }
    }
  }
}

const byStart = (a: Region, b: Region): number => a.range[0] - b.range[0] || a.range[1] - b.range[1]

/** In the first renditions the ranges of an article tile its text; in the others they do not overlap. [B9] [B10] */
const verifyRanges = (issue: Issue): void => {
  const depth = Math.max(...issue.pages.map(({ renditions }) => renditions.length))
  const extents = new Map(issue.articles.map(({ id, extent }) => [id, extent]))
  for (let layer = 0; layer < depth; layer++) {
    const regions = new Map<ArticleId, Region[]>()
    for (const region of issue.pages.flatMap((page) => page.renditions[layer]?.regions ?? [])) {
      const known = regions.get(region.article)
      if (known) known.push(region)
      else regions.set(region.article, [region])
    }
    for (const [article, extent] of extents) {
      let at = 0
      for (const { range } of (regions.get(article) ?? []).sort(byStart)) {
        if (range[0] < at || range[1] < range[0])
          throw new BundleError({ kind: 'range-overlap', article, at: range[0] })
        if (range[0] > at && layer === 0) throw new BundleError({ kind: 'range-gap', article, at })
        at = range[1]
      }
      if (at > extent) throw new BundleError({ kind: 'range-overlap', article, at: extent })
      if (at < extent && layer === 0) throw new BundleError({ kind: 'range-gap', article, at })
    }
  }
}

/**
 * Returns the issue if issue.json is consistent in itself.
 * @throws BundleError
 */
export const verifyIssue = (issue: Issue): Issue => {
  verifyIds(issue)
  verifyParts(issue)
  issue.pages.forEach(verifyOutlines)
  verifyRanges(issue)
  return issue
}
