import type { Box } from '@/bundle/geometry'
import type { PageTurning } from './page-turning'
import type { ScrollSpot, Stage } from './viewport'

/**
 * What gestures can read of a sheet and do to it. Provided by `PageSheet`; the gestures are loaded after the page is
 * shown.
 */
export interface SheetSurface {
  readonly scroller: HTMLElement
  /** As large as the sheet is on the screen; motion gives it a `transform`. */
  readonly room: HTMLElement
  readonly stage: () => Stage
  /** How much of the scroller lies under bars at its top, screen pixels: places are counted from below them. */
  readonly screenAbove: () => number
  /** Where it is laid out, even while it is drawn elsewhere. */
  readonly spot: () => ScrollSpot
  /** Columns and regions, in fractions of the sheet. */
  readonly targets: () => readonly Box[]
  /** Lays the sheet out at a spot, without animation. */
  readonly settle: (spot: ScrollSpot) => Promise<void>
  readonly turning: PageTurning
}

/** At a smaller zoom the sheet counts as fitting the width. */
export const isZoomedAt = (zoom: number): boolean => zoom > 1.01

/**
 * Where a sheet was left: its zoom, and scrolling in fractions of the sheet at zoom 1, so that it holds on a screen of
 * another size.
 */
export interface SheetPlace {
  readonly zoom: number
  readonly x: number
  readonly y: number
}
