import { boundsOf, type Box } from '@/bundle/geometry'
import type { Rendition } from '@/bundle/issue'
import type { PagePart } from '@/bundle/page-part'
import { boxOf, plainRuns } from '@/bundle/set-runs'

/** What can be drawn over a typeset page to see how it was set; all in page units. */
export interface SheetOverlays {
  /** Edges of columns, and the lines' grid. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly outlines: readonly { readonly points: string; readonly article: string }[]
  readonly lines: readonly Box[]
  /** Middle of every region, in reading order. */
  readonly order: readonly { readonly x: number; readonly y: number }[]
}

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

export const overlaysOf = ({ regions, height }: Rendition, { setting }: PagePart): SheetOverlays => {
  const frames = setting?.articles.flatMap((set) => set.frames ?? []) ?? []
  const boxes = frames.map((frame) => boxOf(frame.box))
  const first = Math.min(...boxes.map(({ y }) => y))
  const leading = setting?.leading ?? height
  return {
    columns: [...new Set(boxes.flatMap(({ x, width }) => [x, x + width]))],
    rows: Array.from({ length: Math.floor((height - first) / leading) }, (_, row) => first + row * leading),
    outlines: regions.flatMap(({ outlines, article }) =>
      outlines.map((outline) => ({ points: outline.join(' '), article })),
    ),
    lines: frames.flatMap((frame) => {
      const { x, y, width, height: frameHeight } = boxOf(frame.box)
      return plainRuns(frame, setting ?? { bodySize: 1, leading }).flatMap(({ at, inset, lines }) =>
        lines.map((_, index): Box => {
          const head = at + index * leading
          return frame.writing === 'vertical'
            ? { x: x + width - head - leading, y: y + inset, width: leading, height: frameHeight - inset }
            : { x: x + inset, y: y + head, width: width - inset, height: leading }
        }),
      )
    }),
    order: regions.flatMap(({ outlines }) => (outlines.length === 0 ? [] : [middleOf(boundsOf(outlines))])),
  }
}
