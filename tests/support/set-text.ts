import type { PagePart } from '@/bundle/page-part'
import type { Setting } from '@/bundle/setting'
import { leavesOf } from '@/bundle/article-text'
import type { Box } from '@/bundle/geometry'

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
  return setting.frames
    .filter((frame) => frame.article === article)
    .flatMap((frame) => frame.runs)
    .sort((a, b) => a.from - b.from)
    .map((run) => {
      let at = run.from
      return run.lines
        .map(([count = 0]) => {
          const text = textAt(at, count)
          at += count
          return text
        })
        .join('')
    })
    .join('')
}

export const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1
