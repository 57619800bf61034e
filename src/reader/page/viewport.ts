/**
 * Pan and zoom of a sheet inside its scroller, in screen pixels. Scrolling itself is the browser's: what is computed here is
 * how large the sheet is drawn and where the scroller must stand after a zoom. `zoom` 1 fits the width.
 */
export interface ScrollSpot {
  readonly zoom: number
  readonly screenLeft: number
  readonly screenTop: number
}

export interface ScreenPoint {
  readonly screenX: number
  readonly screenY: number
}

export const leastZoom = 1
export const mostZoom = 8

export const clampZoom = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, zoom))

/** The spot after a zoom that keeps what is under the point where it is; the point counts from the scroller's corner. */
export const zoomAbout = (spot: ScrollSpot, zoom: number, { screenX, screenY }: ScreenPoint): ScrollSpot => {
  const next = clampZoom(zoom)
  const ratio = next / spot.zoom
  return {
    zoom: next,
    screenLeft: Math.max(0, (spot.screenLeft + screenX) * ratio - screenX),
    screenTop: Math.max(0, (spot.screenTop + screenY) * ratio - screenY),
  }
}

/** The spot that shows a box of the sheet, given in fractions of the sheet, as wide as the scroller with a little air. */
export const spotOfBox = (
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  sheet: { readonly screenWidth: number; readonly screenHeight: number },
  scroller: { readonly screenWidth: number; readonly screenHeight: number },
): ScrollSpot => {
  const zoom = clampZoom(0.94 / Math.max(box.width, 0.01))
  const centre = (box.x + box.width / 2) * sheet.screenWidth * zoom
  return {
    zoom,
    screenLeft: Math.max(0, centre - scroller.screenWidth / 2),
    screenTop: Math.max(0, box.y * sheet.screenHeight * zoom - scroller.screenHeight * 0.12),
  }
}
