import type { ScreenPoint, ScreenSize } from '../ui/screen'

/**
 * A position of a sheet in its scroller, in screen pixels. The browser does the scrolling; this module computes how
 * large the sheet is drawn, and where the scroller must be after a zoom. `zoom` 1 fits the width.
 */
export interface ScrollSpot {
  readonly zoom: number
  readonly screenLeft: number
  readonly screenTop: number
}

/** What a spot refers to: the size of the sheet at zoom 1, of what is below it, and of the scroller. */
export interface Stage {
  readonly sheet: ScreenSize
  readonly screenBelow: number
  readonly scroller: ScreenSize
}

export const leastZoom = 1
export const mostZoom = 8

export const clampZoom = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, zoom))

/** Softens a zoom past the limits: a third of the way beyond them, as a power. */
export const softZoom = (zoom: number): number => {
  const within = clampZoom(zoom)
  return within * (zoom / within) ** (1 / 3)
}

/**
 * The spot after a zoom that moves what was under `from` to `to`; points are relative to the corner of the scroller.
 * Not limited.
 */
export const zoomAbout = (spot: ScrollSpot, zoom: number, from: ScreenPoint, to: ScreenPoint = from): ScrollSpot => {
  const ratio = zoom / spot.zoom
  return {
    zoom,
    screenLeft: (spot.screenLeft + from.screenX) * ratio - to.screenX,
    screenTop: (spot.screenTop + from.screenY) * ratio - to.screenY,
  }
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/** The nearest spot that is allowed: first zoomed back within the limits about a point, then inside the edges. */
export const clampSpot = (
  spot: ScrollSpot,
  { sheet, screenBelow, scroller }: Stage,
  about?: ScreenPoint,
): ScrollSpot => {
  const zoom = clampZoom(spot.zoom)
  const centre = { screenX: scroller.screenWidth / 2, screenY: scroller.screenHeight / 2 }
  const { screenLeft, screenTop } = zoom === spot.zoom ? spot : zoomAbout(spot, zoom, about ?? centre)
  // A sheet that is narrower than the scroller stands in its middle.
  const spare = scroller.screenWidth - sheet.screenWidth * zoom
  return {
    zoom,
    screenLeft: spare > 0 ? -spare / 2 : clamp(screenLeft, -spare),
    screenTop: clamp(screenTop, sheet.screenHeight * zoom + screenBelow - scroller.screenHeight),
  }
}

/**
 * Share of the scroller's width that a column takes. The margins on both sides hold the handles of the column guide.
 */
export const columnShare = 0.9

/** The spot that shows a box, given in fractions of the sheet, as wide as the scroller with a small margin. */
export const spotOfBox = (
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { sheet, scroller }: Pick<Stage, 'sheet' | 'scroller'>,
): ScrollSpot => {
  const zoom = clampZoom((columnShare * scroller.screenWidth) / (Math.max(box.width, 0.01) * sheet.screenWidth))
  const centre = (box.x + box.width / 2) * sheet.screenWidth * zoom
  return {
    zoom,
    screenLeft: Math.max(0, centre - scroller.screenWidth / 2),
    screenTop: Math.max(0, box.y * sheet.screenHeight * zoom - scroller.screenHeight * 0.12),
  }
}

/** Zoom of a double tap where no column is known, and the least that makes a column worth going to. */
const tapZoom = { free: 2.5, least: 1.8 }

/**
 * The spot after a double tap: the column that was tapped, with the tapped line a third of the way down the screen. An article that is
 * nearly as wide as the page, whose columns nobody knows, is enlarged where it was tapped.
 */
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
  const found = box && spotOfBox(box, stage)
  if (!found || found.zoom < tapZoom.least) return clampSpot(zoomAbout(spot, tapZoom.free, point), stage)
  const screenTop = y * sheet.screenHeight * found.zoom - scroller.screenHeight / 3
  return clampSpot({ ...found, screenTop }, stage)
}
