import { outlineOfBox } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import type { WordBox, PrintedPage } from './printed-issue'

/** As many as a region may have. [B10] */
const mostOutlines = 64

interface Run {
  left: number
  top: number
  right: number
  bottom: number
  /** Height of its last word. */
  line: number
}

const runOf = ([x, y, width, height]: WordBox): Run => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
  line: height,
})

const unite = (run: Run, other: Run): void => {
  run.left = Math.min(run.left, other.left)
  run.top = Math.min(run.top, other.top)
  run.right = Math.max(run.right, other.right)
  run.bottom = Math.max(run.bottom, other.bottom)
  run.line = other.line
}

/** Words that follow each other down one column; text that goes on higher up stands in another. */
const runsOf = (words: readonly WordBox[]): Run[] => {
  const runs: Run[] = []
  for (const word of words) {
    const next = runOf(word)
    const last = runs.at(-1)
    if (last && next.bottom > last.bottom - 2 * Math.max(next.line, last.line)) unite(last, next)
    else runs.push(next)
  }
  return runs
}

/** Whether the second stands below the first, in the same column and with no more than two empty lines between them. */
const isBelow = (run: Run, next: Run): boolean => {
  const shared = Math.min(run.right, next.right) - Math.max(run.left, next.left)
  const narrower = Math.min(run.right - run.left, next.right - next.left)
  const gap = next.top - run.bottom
  const line = Math.max(run.line, next.line)
  return shared >= 0.6 * narrower && gap <= 3 * line && gap >= -line
}

/**
 * Rectangles around what is printed of an article on a page, in reading order.
 * @param blocks the boxes of the words of each paragraph or title, pixels
 */
export const outlinesOfWords = (blocks: readonly (readonly WordBox[])[], page: PrintedPage): Outline[] => {
  const runs: Run[] = []
  for (const run of blocks.flatMap(runsOf)) {
    const last = runs.at(-1)
    if (last && (isBelow(last, run) || runs.length === mostOutlines)) unite(last, run)
    else runs.push(run)
  }
  return runs.map(({ left, top, right, bottom, line }) => {
    const air = Math.round(line / 4)
    const inside = (value: number, most: number): number => Math.min(most, Math.max(0, value))
    const [x, y] = [inside(Math.floor(left) - air, page.width - 1), inside(Math.floor(top) - air, page.height - 1)]
    return outlineOfBox({
      x,
      y,
      width: Math.max(1, inside(Math.ceil(right) + air, page.width) - x),
      height: Math.max(1, inside(Math.ceil(bottom) + air, page.height) - y),
    })
  })
}
