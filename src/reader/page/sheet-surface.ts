import type { Box } from '@/bundle/geometry'
import type { ScrollSpot, Stage } from './viewport'

/** What gestures may know of a sheet and do to it; `PageSheet` gives it, the gestures are loaded after the page is shown. */
export interface SheetSurface {
  readonly scroller: HTMLElement
  /** Holds the place of the sheet in the scroller. */
  readonly room: HTMLElement
  /** Drawn at the scale that the layout gives; motion adds `translate` and `scale` of its own. */
  readonly sheet: HTMLElement
  readonly stage: () => Stage
  /** As it is laid out, whatever a motion shows. */
  readonly spot: () => ScrollSpot
  /** Columns and regions, in fractions of the sheet. */
  readonly targets: () => readonly Box[]
  /** Lays the sheet out at a spot, at once. */
  readonly settle: (spot: ScrollSpot) => Promise<void>
  readonly turn: (towards: 'left' | 'right') => void
}

/** Below this the sheet counts as fitting the width. */
export const isZoomedAt = (zoom: number): boolean => zoom > 1.01

/** Where a sheet was left, whatever the screen is when it comes back: zoom, and scrolling in fractions of the sheet at zoom 1. */
export interface SheetPlace {
  readonly zoom: number
  readonly x: number
  readonly y: number
}
