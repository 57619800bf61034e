import type { ScreenPoint, ScreenSize } from '../../ui/screen'

/** How a picture stands on its stage: its zoom over the fitted size, and where its middle is. Screen pixels from the stage's middle. */
export interface PictureSpot {
  readonly zoom: number
  readonly screenX: number
  readonly screenY: number
}

/** The whole picture, in the middle. */
export const atFit: PictureSpot = { zoom: 1, screenX: 0, screenY: 0 }

const mostZoom = 6

/** The size at which the whole picture is seen, as large as the stage allows. */
export const fittedSize = (picture: { width: number; height: number }, stage: ScreenSize): ScreenSize => {
  const scale = Math.min(stage.screenWidth / picture.width, stage.screenHeight / picture.height)
  return { screenWidth: picture.width * scale, screenHeight: picture.height * scale }
}

const between = (value: number, reach: number): number => Math.min(reach, Math.max(-reach, value))

/** The nearest spot at which the picture still covers the stage, or stands in its middle where it is smaller. */
export const heldSpot = (spot: PictureSpot, fitted: ScreenSize, stage: ScreenSize): PictureSpot => {
  const zoom = Math.min(mostZoom, Math.max(1, spot.zoom))
  return {
    zoom,
    screenX: between(spot.screenX, Math.max(0, (fitted.screenWidth * zoom - stage.screenWidth) / 2)),
    screenY: between(spot.screenY, Math.max(0, (fitted.screenHeight * zoom - stage.screenHeight) / 2)),
  }
}

/** The spot at another zoom, with the point of the picture that lies at `point` left where it is. */
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
