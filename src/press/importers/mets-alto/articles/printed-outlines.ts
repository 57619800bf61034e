import type { Outline } from '@/bundle/region'
import type { WordBox } from '../../printed/printed-issue'
import { boxAround } from '../pages/source-page'

/** More outlines than this are not kept for one part. */
const mostOutlines = 64
/** Of the page's height: a gap that a line or a rule fills. */
const gap = 0.025

const isBelow = (above: WordBox, below: WordBox, pageHeight: number): boolean => {
  const narrower = Math.min(above[2], below[2])
  const shared = Math.min(above[0] + above[2], below[0] + below[2]) - Math.max(above[0], below[0])
  const wider = Math.max(above[2], below[2])
  const step = below[1] - (above[1] + above[3])
  return shared >= narrower * 0.8 && narrower >= wider * 0.3 && Math.abs(step) <= pageHeight * gap
}

const outlineOf = ([x, y, width, height]: WordBox): Outline => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
]

/** Boxes in reading order as few outlines: those that stand below one another in one column are one. */
export const printedOutlines = (boxes: readonly WordBox[], pageHeight: number): Outline[] => {
  const joined: WordBox[] = []
  for (const box of boxes) {
    if (box[2] <= 0 || box[3] <= 0) continue
    const above = joined.at(-1)
    const both = above && isBelow(above, box, pageHeight) ? boxAround([above, box]) : undefined
    if (both) joined[joined.length - 1] = both
    else joined.push(box)
  }
  const unique = [...new Map(joined.map((box) => [box.join(' '), box])).values()]
  if (unique.length <= mostOutlines) return unique.map(outlineOf)
  const smallest = unique.map(([, , width, height]) => width * height).sort((a, b) => b - a)[mostOutlines - 1] ?? 0
  return unique
    .filter(([, , width, height]) => width * height >= smallest)
    .slice(0, mostOutlines)
    .map(outlineOf)
}
