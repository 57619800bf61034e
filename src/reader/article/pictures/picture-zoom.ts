import type { ScreenPoint, ScreenSize } from '../../ui/screen'

/**
 * Position of a picture on its stage: zoom relative to the fitted size, and the offset of its middle from the middle of
 * the stage, in screen pixels.
 */
export interface PictureSpot {
  readonly zoom: number
  readonly screenX: number
  readonly screenY: number
}

/** The whole picture, centred. */
export const atFit: PictureSpot = { zoom: 1, screenX: 0, screenY: 0 }

const mostZoom = 6

/** The largest size at which the whole picture fits the stage. */
export const fittedSize = (picture: { width: number; height: number }, stage: ScreenSize): ScreenSize => {
  const scale = Math.min(stage.screenWidth / picture.width, stage.screenHeight / picture.height)
  return { screenWidth: picture.width * scale, screenHeight: picture.height * scale }
}

const between = (value: number, reach: number): number => Math.min(reach, Math.max(-reach, value))

/** The nearest spot at which the picture covers the stage, or is centred if it is smaller. */
export const heldSpot = (spot: PictureSpot, fitted: ScreenSize, stage: ScreenSize): PictureSpot => {
  const zoom = Math.min(mostZoom, Math.max(1, spot.zoom))
  return {
    zoom,
    screenX: between(spot.screenX, Math.max(0, (fitted.screenWidth * zoom - stage.screenWidth) / 2)),
    screenY: between(spot.screenY, Math.max(0, (fitted.screenHeight * zoom - stage.screenHeight) / 2)),
  }
}

/** The spot at another zoom that keeps the part of the picture under `point` where it is. */
export const zoomedAbout = (spot: PictureSpot, zoom: number, point: ScreenPoint): PictureSpot => {
  const next = Math.min(mostZoom, Math.max(1, zoom))
  const factor = next / spot.zoom
  return {
    zoom: next,
    screenX: point.screenX - (point.screenX - spot.screenX) * factor,
    screenY: point.screenY - (point.screenY - spot.screenY) * factor,
  }
}

export const movedBy = (spot: PictureSpot, dx: number, dy: number): PictureSpot => ({
  ...spot,
  screenX: spot.screenX + dx,
  screenY: spot.screenY + dy,
})
