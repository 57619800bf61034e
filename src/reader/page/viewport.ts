import type { ScreenPoint, ScreenSize } from '../ui/screen'

/**
 * Pan and zoom of a sheet inside its scroller, in screen pixels. Scrolling itself is the browser's: what is computed here is
 * how large the sheet is drawn and where the scroller must stand after a zoom. `zoom` 1 fits the width.
 */
export interface ScrollSpot {
  readonly zoom: number
  readonly screenLeft: number
  readonly screenTop: number
}

/** What a spot is a spot of: the sheet at zoom 1, what stands under it, and the scroller's own size. */
export interface Stage {
  readonly sheet: ScreenSize
  readonly screenBelow: number
  readonly scroller: ScreenSize
}

export const leastZoom = 1
export const mostZoom = 8

export const clampZoom = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, zoom))

/** A zoom past the limits, as far as a soft edge lets the fingers go: a third of the way, in powers. */
export const softZoom = (zoom: number): number => {
  const within = clampZoom(zoom)
  return within * (zoom / within) ** (1 / 3)
}

/** The spot after a zoom that brings what was under `from` to `to`; points count from the scroller's corner. No limits. */
export const zoomAbout = (spot: ScrollSpot, zoom: number, from: ScreenPoint, to: ScreenPoint = from): ScrollSpot => {
  const ratio = zoom / spot.zoom
  return {
    zoom,
    screenLeft: (spot.screenLeft + from.screenX) * ratio - to.screenX,
    screenTop: (spot.screenTop + from.screenY) * ratio - to.screenY,
  }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/** The nearest spot that a scroller can stand at: zoomed back within the limits about a point, then inside the edges. */
export const clampSpot = (
  spot: ScrollSpot,
  { sheet, screenBelow, scroller }: Stage,
  about?: ScreenPoint,
): ScrollSpot => {
  const zoom = clampZoom(spot.zoom)
  const centre = { screenX: scroller.screenWidth / 2, screenY: scroller.screenHeight / 2 }
  const { screenLeft, screenTop } = zoom === spot.zoom ? spot : zoomAbout(spot, zoom, about ?? centre)
  return {
    zoom,
    screenLeft: clamp(screenLeft, sheet.screenWidth * zoom - scroller.screenWidth),
    screenTop: clamp(screenTop, sheet.screenHeight * zoom + screenBelow - scroller.screenHeight),
  }
}

/** How much of the scroller's width a column takes: the rest is air on both sides, where the guide's handles stand. */
export const columnShare = 0.9

/** The spot that shows a box of the sheet, given in fractions of the sheet, as wide as the scroller with a little air. */
export const spotOfBox = (
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { sheet, scroller }: Pick<Stage, 'sheet' | 'scroller'>,
): ScrollSpot => {
  const zoom = clampZoom(columnShare / Math.max(box.width, 0.01))
  const centre = (box.x + box.width / 2) * sheet.screenWidth * zoom
  return {
    zoom,
    screenLeft: Math.max(0, centre - scroller.screenWidth / 2),
    screenTop: Math.max(0, box.y * sheet.screenHeight * zoom - scroller.screenHeight * 0.12),
  }
}

/** The spot of a double tap: the tapped column's width, with the tapped line a third down the screen. */
export const spotOfTap = (
  boxes: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[],
  spot: ScrollSpot,
  point: ScreenPoint,
  stage: Stage,
): ScrollSpot => {
  const { sheet, scroller } = stage
  const x = (spot.screenLeft + point.screenX) / (sheet.screenWidth * spot.zoom)
  const y = (spot.screenTop + point.screenY) / (sheet.screenHeight * spot.zoom)
  const [box] = boxes
    .filter((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height)
    .sort((a, b) => a.width - b.width)
  if (!box) return clampSpot(zoomAbout(spot, 2.5, point), stage)
  const found = spotOfBox(box, stage)
  const screenTop = y * sheet.screenHeight * found.zoom - scroller.screenHeight / 3
  return clampSpot({ ...found, screenTop }, stage)
}
