import type { PageExtent } from './outline-edit'

/** How a page is zoomed: as the board's width or height asks, or by a scale of its own. */
export type BoardZoom = 'width' | 'whole' | number

/** The largest size of a pixel of the page on the screen, and the smallest part of the fit. */
const largestScale = 4
const smallestPart = 0.5
const step = 1.25

/** Room of the board on the screen, in CSS pixels. */
export interface BoardRoom {
  readonly screenWidth: number
  readonly screenHeight: number
}

const fitWidth = (page: PageExtent, { screenWidth }: BoardRoom): number => screenWidth / page.width
const fitWhole = (page: PageExtent, room: BoardRoom): number =>
  Math.min(fitWidth(page, room), room.screenHeight / page.height)

/** CSS pixels for a pixel of the page; undefined as long as the board has no room. */
export const scaleOf = (zoom: BoardZoom, page: PageExtent, room: BoardRoom): number | undefined => {
  if (!(room.screenWidth > 0 && room.screenHeight > 0 && page.width > 0 && page.height > 0)) return undefined
  if (zoom === 'width') return fitWidth(page, room)
  const whole = fitWhole(page, room)
  if (zoom === 'whole') return whole
  return Math.min(Math.max(zoom, whole * smallestPart), Math.max(largestScale, whole))
}

/** The scale that a number of steps leads to: positive ones enlarge. */
export const steppedScale = (scale: number, steps: number): number => scale * step ** steps

/** Where the board has to be scrolled, in one direction, so that what is at a place of its room stays there. */
export const scrollAfterZoom = (screenScroll: number, screenAt: number, ratio: number): number =>
  Math.max(0, (screenScroll + screenAt) * ratio - screenAt)
