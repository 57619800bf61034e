import type { Outline } from './region'

/** An upright rectangle in page units. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export const outlineOfBox = ({ x, y, width, height }: Box): Outline => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
]

export const cornersOf = (outline: Outline): Point[] =>
  Array.from({ length: outline.length / 2 }, (_, index) => ({
    x: outline[2 * index] ?? 0,
    y: outline[2 * index + 1] ?? 0,
  }))

/** The smallest box that contains the outlines. */
export const boundsOf = (outlines: readonly Outline[]): Box => {
  const [first, ...others] = outlines.flatMap(cornersOf)
  if (!first) return { x: 0, y: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [first.x, first.y, first.x, first.y]
  for (const { x, y } of others) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Whether every corner lies on the page. [B10] */
export const isInsidePage = (outline: Outline, page: { readonly width: number; readonly height: number }): boolean =>
  cornersOf(outline).every(({ x, y }) => x >= 0 && y >= 0 && x <= page.width && y <= page.height)

/** Whether the point lies inside the outline (even-odd rule); the result for points on an edge is undefined. */
export const isInsideOutline = (outline: Outline, { x, y }: Point): boolean => {
  const corners = cornersOf(outline)
  let inside = false
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length]
    if (b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}
