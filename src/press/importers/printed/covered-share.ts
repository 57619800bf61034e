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

/** Spans from left to right, what lies in several in one of them only. */
const apart = (spans: readonly (readonly [number, number])[]): (readonly [number, number])[] => {
  let reached = -Infinity
  return spans
    .toSorted(([a], [b]) => a - b)
    .flatMap(([from, to]) => {
      const start = Math.max(from, reached)
      reached = Math.max(reached, to)
      return to > start ? [[start, to] as const] : []
    })
}

/** How much of a page lies inside outlines, 0 to 1; what lies in several counts once. */
export const coveredShare = (outlines: readonly Outline[], { width, height }: PictureSize): number => {
  if (width <= 0 || height <= 0) return 0
  let covered = 0
  for (let row = 0; row < rows; row++) {
    const y = ((row + 0.5) * height) / rows
    for (const [from, to] of apart(outlines.flatMap((outline) => spansAt(outline, y)))) covered += to - from
  }
  return covered / (rows * width)
}

/** Where ink is on a page, in pixels of a small picture of it. */
export interface Ink {
  readonly width: number
  readonly height: number
  /** How dark each pixel is beside the paper, row by row. */
  readonly dark: Uint8Array
}

/** How much of a page's ink lies inside outlines, 0 to 1; undefined if it has none. */
export const inkShare = (
  outlines: readonly Outline[],
  page: PictureSize,
  { width, height, dark }: Ink,
): number | undefined => {
  let [all, inside] = [0, 0]
  for (let row = 0; row < height; row++) {
    const spans = apart(outlines.flatMap((outline) => spansAt(outline, ((row + 0.5) * page.height) / height)))
    let next = 0
    for (let column = 0; column < width; column++) {
      const ink = dark[row * width + column] ?? 0
      const x = ((column + 0.5) * page.width) / width
      while ((spans[next]?.[1] ?? Infinity) < x) next++
      all += ink
      if ((spans[next]?.[0] ?? Infinity) <= x) inside += ink
    }
  }
  return all === 0 ? undefined : inside / all
}
