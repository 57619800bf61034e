import { leavesOf } from '@/bundle/article-text'
import type { Box } from '@/bundle/geometry'
import type { PagePart } from '@/bundle/page-part'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import type { SetArticle, Setting } from '@/bundle/setting'

/** What is no fault of a page, and yet gives it away; how many of each. */
export interface PageFlaws {
  /** Columns that begin with the end of a paragraph, shorter than half a line. */
  readonly widows: number
  /** Columns of one or two lines beside longer ones of the same article. */
  readonly shortColumns: number
  /** Pairs of headlines of like size and one face, with no more than two gutters between them. */
  readonly collidingTitles: number
}

/** A column of an article's text: its left edge, and its lines from the head down. */
interface TextColumn {
  readonly left: number
  readonly lines: readonly { readonly ems: number; readonly isLastOfLeaf: boolean; readonly isFirstOfLeaf: boolean }[]
}

/** The columns of an article's text, by their left edges; frames one under the other are one column. */
const columnsOf = ({ article, frames = [] }: SetArticle, setting: Setting, { pieces }: PagePart): TextColumn[] => {
  const leaves = pieces
    .filter((piece) => piece.article === article)
    .flatMap((piece) => leavesOf(piece.blocks, piece.range[0]))
  const byLeft = new Map<number, TextColumn['lines']>()
  for (const frame of frames) {
    const lines = plainRuns(frame, setting).flatMap(({ from, style, lines: own }) => {
      const leaf = leaves.find((one) => from >= one.from && from <= one.from + one.text.length)
      if (!leaf || style !== 'body')
        return own.map(({ count }) => ({ ems: count, isFirstOfLeaf: true, isLastOfLeaf: false }))
      let at = from - leaf.from
      return own.map(({ count }) => {
        const isFirstOfLeaf = at === 0
        at += count
        return { ems: count, isFirstOfLeaf, isLastOfLeaf: at >= leaf.text.length }
      })
    })
    const { x } = boxOf(frame.box)
    byLeft.set(x, [...(byLeft.get(x) ?? []), ...lines])
  }
  return [...byLeft].map(([left, lines]) => ({ left, lines }))
}

const fewLines = 2
const likeSizes = 1.3

const headlinesOf = ({ articles }: Setting) =>
  articles.flatMap(({ titles = [] }) =>
    titles
      .filter(({ role }) => role === 'headline')
      .map(({ box, size, face = 'song' }) => ({ box: boxOf(box), size, face })),
  )

const areSideBySide = (one: Box, other: Box, gutter: number): boolean => {
  const gap = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width)
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return shared > 0 && gap >= 0 && gap <= 2 * gutter
}

/** The flaws of a page of horizontal lines, set on a grid with these columns. */
export const flawsOf = (
  setting: Setting,
  part: PagePart,
  { columnWidth, gutter }: { readonly columnWidth: number; readonly gutter: number },
): PageFlaws => {
  const columns = setting.articles.map((article) => columnsOf(article, setting, part))
  const halfLine = columnWidth / setting.bodySize / 2
  const heads = columns.flat().flatMap(({ lines }) => lines.slice(0, 1))
  const headlines = headlinesOf(setting)
  const pairs = headlines.flatMap((one, index) => headlines.slice(index + 1).map((other) => [one, other] as const))
  return {
    widows: heads.filter((line) => line.isLastOfLeaf && !line.isFirstOfLeaf && line.ems < halfLine).length,
    shortColumns: columns
      .filter((own) => own.some(({ lines }) => lines.length > fewLines))
      .flatMap((own) => own.filter(({ lines }) => lines.length > 0 && lines.length <= fewLines)).length,
    collidingTitles: pairs.filter(
      ([one, other]) =>
        one.face === other.face &&
        Math.max(one.size, other.size) < likeSizes * Math.min(one.size, other.size) &&
        areSideBySide(one.box, other.box, gutter),
    ).length,
  }
}
