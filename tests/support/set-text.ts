import { leavesOf } from '@/bundle/article-text'
import type { Box } from '@/bundle/geometry'
import type { PagePart } from '@/bundle/page-part'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import type { Setting } from '@/bundle/setting'

/** The text of an article as the lines of a page hold it, in the order of their offsets. */
export const textSet = (setting: Setting, part: PagePart, article: string): string => {
  const leaves = part.pieces
    .filter((piece) => piece.article === article)
    .flatMap((piece) => leavesOf(piece.blocks, piece.range[0]))
  const textAt = (from: number, count: number): string => {
    const leaf = leaves.find((one) => from >= one.from && from + count <= one.from + one.text.length)
    if (!leaf) throw new Error(`no leaf holds ${from}+${count}`)
    return leaf.text.slice(from - leaf.from, from - leaf.from + count)
  }
  return setting.articles
    .filter((set) => set.article === article)
    .flatMap(({ frames = [] }) => frames.flatMap((frame) => plainRuns(frame, setting)))
    .sort((a, b) => a.from - b.from)
    .map(({ from, lines }) =>
      textAt(
        from,
        lines.reduce((sum, { count }) => sum + count, 0),
      ),
    )
    .join('')
}

/** Boxes of a page by what stands in them. */
export const boxesOf = ({ articles, furniture }: Setting) => ({
  frames: articles.flatMap(({ frames = [] }) => frames.map(({ box }) => boxOf(box))),
  titles: articles.flatMap(({ titles = [] }) => titles.map(({ box }) => boxOf(box))),
  plates: articles.flatMap(({ plates = [] }) => plates.map(({ box }) => boxOf(box))),
  lines: [...furniture, ...articles.flatMap(({ jumps = [] }) => jumps)].map(({ box }) => boxOf(box)),
})

export const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1
