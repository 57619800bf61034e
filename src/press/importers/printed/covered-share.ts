import { cornersOf } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'
import type { PictureSize } from './printed-source'

/** So many lines across the page are looked at. */
const rows = 400

/** Where a line across the page is inside an outline: the even-odd rule. */
const spansAt = (outline: Outline, y: number): (readonly [number, number])[] => {
  const corners = cornersOf(outline)
  const crossings = corners
    .flatMap((a, index) => {
      const b = corners[(index + 1) % corners.length]
      return b && a.y > y !== b.y > y ? [a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)] : []
    })
    .sort((a, b) => a - b)
  return crossings.flatMap((from, index) => {
    const to = index % 2 === 0 ? crossings[index + 1] : undefined
    return to === undefined ? [] : [[from, to] as const]
  })
}

const lengthOf = (spans: readonly (readonly [number, number])[]): number => {
  let length = 0
  let reached = 0
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    length += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return length
}

/** How much of a page lies inside outlines, 0 to 1; what lies in several counts once. */
export const coveredShare = (outlines: readonly Outline[], { width, height }: PictureSize): number => {
  if (width <= 0 || height <= 0) return 0
  let covered = 0
  for (let row = 0; row < rows; row++) {
    const y = ((row + 0.5) * height) / rows
    covered += lengthOf(outlines.flatMap((outline) => spansAt(outline, y)))
  }
  return covered / (rows * width)
}
