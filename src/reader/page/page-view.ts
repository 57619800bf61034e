import type { Box } from '@/bundle/geometry'
import type { SheetControls } from './sheet-controls'
import type { LaidSheet, SheetPage } from './sheet-page'

/** A page on a sheet that can be zoomed. */
export interface SheetPagePlace {
  readonly sheet: LaidSheet
  readonly sheetPage: SheetPage
  /** Undefined before the sheet is mounted. */
  readonly controls: SheetControls | undefined
  /** Number of times that the sheet has come to rest. */
  readonly rests: number
}

/** How a page is seen at the moment. */
export interface PageView {
  /** What the scroller shows of it, in its fractions; beyond 0 to 1 where it shows more than the page. */
  readonly seen: Box
  /** Width of the whole page, CSS pixels. */
  readonly screenWidth: number
}

/** How a page is seen; undefined before its sheet is mounted. */
export const pageViewOf = ({ sheet, sheetPage, controls }: SheetPagePlace): PageView | undefined => {
  if (!controls) return undefined
  const { spot, stage } = controls.look()
  /** Screen pixels per nominal pixel of the sheet. */
  const ratio = (stage.sheet.screenWidth * spot.zoom) / sheet.width
  const { nominal, scale, left } = sheetPage
  const [screenWidth, screenHeight] = [nominal.width * scale * ratio, nominal.height * scale * ratio]
  return {
    seen: {
      x: (spot.screenLeft - left * ratio) / screenWidth,
      y: spot.screenTop / screenHeight,
      width: stage.scroller.screenWidth / screenWidth,
      height: stage.scroller.screenHeight / screenHeight,
    },
    screenWidth,
  }
}
