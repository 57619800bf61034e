import { leavesOf } from './article-text'
import { BundleError } from './fault'
import type { Issue, Page } from './issue'
import type { PagePart, Piece } from './page-part'
import type { TextRange } from './region'
import { plainRuns } from './set-runs'
import type { Setting } from './setting'

const sameRange = (a: Piece['range'], b: Piece['range']): boolean => a[0] === b[0] && a[1] === b[1]

/** Whether a piece is as long as its range. If its last leaf is cut, there is no line feed to count. [B9] */
const isAsLong = ({ blocks, range }: Piece): boolean => {
  const last = leavesOf(blocks, range[0]).at(-1)
  if (!last) return range[0] === range[1]
  const end = last.from + last.text.length
  return end === range[1] || end + 1 === range[1]
}

/**
 * The text that a page may set, by article and in order: its own pieces, or the whole article if the setting is not the first
 * rendition.
 */
type Settable = ReadonlyMap<string, readonly TextRange[]>

const settableOn = (page: Page, part: PagePart, issue: Issue): Settable => {
  const ranges = new Map<string, TextRange[]>()
  const sources: readonly { readonly article: string; readonly range: TextRange }[] =
    page.renditions[0]?.kind === 'typeset'
      ? part.pieces
      : issue.articles.map(({ id, extent }) => ({ article: id, range: [0, extent] }))
  for (const { article, range } of sources) {
    const known = ranges.get(article)
    if (known) known.push(range)
    else ranges.set(article, [range])
  }
  for (const known of ranges.values()) known.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return ranges
}

/** Whether one of the ranges, which are in order and do not overlap, holds all of `[from, to)`. */
const holds = (ranges: readonly TextRange[], from: number, to: number): boolean => {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  return to <= (ranges[low - 1]?.[1] ?? -1)
}

/** Lines and plates refer to offsets in text that the page may set. [B13] */
const verifySetting = (setting: Setting, settable: Settable, file: string): void => {
  for (const { article, frames = [], plates = [] } of setting.articles) {
    const ranges = settable.get(article)
    if (!ranges) throw new BundleError({ kind: 'lines-mismatch', file, article })
    const refuseOutside = (from: number, to: number): void => {
      if (!holds(ranges, from, to)) throw new BundleError({ kind: 'lines-mismatch', file, article })
    }
    for (const { from, lines } of frames.flatMap((frame) => plainRuns(frame, setting)))
      refuseOutside(from, from + lines.reduce((sum, { count }) => sum + count, 0))
    for (const { from } of plates) refuseOutside(from, from)
  }
}

/**
 * Returns the page's part if its pieces are those that the page's first rendition in issue.json promises.
 * @throws BundleError
 */
export const verifyPagePart = (part: PagePart, file: string, issue: Issue): PagePart => {
  const page = issue.pages.find((candidate) => candidate.part === file)
  if (!page) throw new BundleError({ kind: 'missing-part', file })
  const regions = page.renditions[0]?.regions ?? []
  const pictures = new Set(issue.pictures.map(({ id }) => id))
  regions.forEach((region, index) => {
    const piece = part.pieces[index]
    if (!piece || piece.article !== region.article || !sameRange(piece.range, region.range) || !isAsLong(piece))
      throw new BundleError({ kind: 'text-mismatch', file, article: region.article })
    for (const block of piece.blocks) {
      if (block.kind === 'picture' && !pictures.has(block.picture))
        throw new BundleError({ kind: 'unknown-id', id: block.picture, path: file })
    }
  })
  const extra = part.pieces[regions.length]
  if (extra) throw new BundleError({ kind: 'text-mismatch', file, article: extra.article })
  if (part.setting) verifySetting(part.setting, settableOn(page, part, issue), file)
  else if (page.renditions.some(({ kind }) => kind === 'typeset'))
    throw new BundleError({ kind: 'wrong-shape', file, path: 'setting' })
  return part
}
