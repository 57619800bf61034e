import { leavesOf } from '@/bundle/article-text'
import { boxOf, plainRuns } from '@/bundle/set-runs'
import type { Box } from '@/bundle/geometry'
import type { RunStyle } from '@/bundle/setting'
import { lineWidthOf } from '@/text/line-setting'
import type { SetFiles } from './set-issue'

/** A line as it stands on its page, page units; its box is as wide as its type. */
export interface DrawnTextLine extends Box {
  readonly text: string
  readonly style: RunStyle
  readonly size: number
  /** Letter-spacing and indent, thousandths of an em. */
  readonly spacing: number
  readonly indent: number
  /** Number of the line in its leaf on this page, from 0. */
  readonly index: number
  readonly leaf: string
  /** Box of the frame that it stands in. */
  readonly frame: Box
}

const face = { weight: 'regular', marks: 'corner' } as const

/** Every line of a page's articles, frame by frame. */
export const drawnLines = (set: SetFiles, page: number): DrawnTextLine[] => {
  const part = set.partOf(page)
  const { setting, pieces } = part
  if (!setting) return []
  return setting.articles.flatMap(({ article, frames = [] }) => {
    const leaves = pieces
      .filter((piece) => piece.article === article)
      .flatMap((piece) => leavesOf(piece.blocks, piece.range[0]))
    return frames.flatMap((frame) =>
      plainRuns(frame, setting).flatMap(({ from, style, at, inset, size, lines }) => {
        const leaf = leaves.find((one) => from >= one.from && from <= one.from + one.text.length)
        const box = boxOf(frame.box)
        let start = from - (leaf?.from ?? 0)
        return lines.map(({ count, spacing, indent }, index): DrawnTextLine => {
          const text = (leaf?.text ?? '').slice(start, (start += count)).trimEnd()
          return {
            text,
            leaf: leaf?.text ?? '',
            style,
            size,
            spacing,
            indent,
            index,
            frame: box,
            x: box.x + inset + (indent * size) / 1000,
            y: box.y + at + index * setting.leading,
            width: ((lineWidthOf(text, face) + spacing * Math.max(0, [...text].length - 1)) * size) / 1000,
            height: setting.leading,
          }
        })
      }),
    )
  })
}

/** What is printed of a page beside its articles' own text: folio and masthead, heads of tables that are repeated. */
export const labelsOn = (set: SetFiles, page: number) =>
  (set.partOf(page).setting?.furniture ?? []).map(({ box, text, size }) => ({ ...boxOf(box), text, size }))
