import { boundsOf, cornersOf, outlineOfBox, type Point } from '@/bundle/geometry'
import type { Outline } from '@/bundle/region'

/** What an editor does to an outline, as pure functions: each gives integers inside the page. */

/** Width and height of a page in its own pixels. */
export interface PageExtent {
  readonly width: number
  readonly height: number
}

/** A polygon has at least three corners, and as many as the record of the desk takes. */
export const fewestCorners = 3
export const mostCorners = 1000
/** A drawn rectangle with a shorter side is a click that slipped, not an outline; pixels of the page. */
export const shortestSide = 8

const limit = (value: number, lowest: number, highest: number): number => Math.min(Math.max(value, lowest), highest)

/** The nearest point of whole pixels on the page. */
export const pointOnPage = ({ x, y }: Point, page: PageExtent): Point => ({
  x: limit(Math.round(x), 0, Math.floor(page.width)),
  y: limit(Math.round(y), 0, Math.floor(page.height)),
})

const outlineOf = (corners: readonly Point[]): Outline => corners.flatMap(({ x, y }) => [x, y])

/** The outline with one corner elsewhere. */
export const moveCorner = (outline: Outline, index: number, to: Point, page: PageExtent): Outline =>
  outlineOf(cornersOf(outline).map((corner, at) => (at === index ? pointOnPage(to, page) : corner)))

/** The whole outline moved, as far as the page goes; its shape stays. */
export const moveOutline = (outline: Outline, by: Point, page: PageExtent): Outline => {
  const { x, y, width, height } = boundsOf([outline])
  // What sticks out of the page already may only come back.
  const right = limit(Math.round(by.x), Math.min(-x, 0), Math.max(Math.floor(page.width) - x - width, 0))
  const down = limit(Math.round(by.y), Math.min(-y, 0), Math.max(Math.floor(page.height) - y - height, 0))
  return outlineOf(cornersOf(outline).map((corner) => ({ x: corner.x + right, y: corner.y + down })))
}

/** The middle of the edge that begins at a corner. */
export const middleOfEdge = (outline: Outline, index: number): Point => {
  const corners = cornersOf(outline)
  const from = corners[index] ?? { x: 0, y: 0 }
  const to = corners[(index + 1) % corners.length] ?? from
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }
}

/** A corner more, in the middle of the edge that begins at this one; unchanged if the outline has as many as it may. */
export const insertCorner = (outline: Outline, index: number): Outline => {
  const corners = cornersOf(outline)
  if (corners.length >= mostCorners || !corners[index]) return outline
  return outlineOf(corners.toSpliced(index + 1, 0, middleOfEdge(outline, index)))
}

/** A corner less; unchanged where only three are left. */
export const removeCorner = (outline: Outline, index: number): Outline => {
  const corners = cornersOf(outline)
  if (corners.length <= fewestCorners || !corners[index]) return outline
  return outlineOf(corners.toSpliced(index, 1))
}

/** The upright rectangle that a drag from one point to another draws; undefined if it is too small to be meant. */
export const rectangleOfDrag = (from: Point, to: Point, page: PageExtent): Outline | undefined => {
  const [a, b] = [pointOnPage(from, page), pointOnPage(to, page)]
  const box = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
  return box.width < shortestSide || box.height < shortestSide ? undefined : outlineOfBox(box)
}

export const isSameOutline = (a: Outline, b: Outline): boolean =>
  a.length === b.length && a.every((coordinate, index) => coordinate === b[index])

/** As SVG writes the points of a polygon. */
export const pointsOf = (outline: Outline): string =>
  cornersOf(outline)
    .map(({ x, y }) => `${x},${y}`)
    .join(' ')
