/** A point in screen pixels; each use says what it is relative to. */
export interface ScreenPoint {
  readonly screenX: number
  readonly screenY: number
}

/** Size in screen pixels. */
export interface ScreenSize {
  readonly screenWidth: number
  readonly screenHeight: number
}

/** A finger on the screen. */
export interface Finger extends ScreenPoint {
  /** The browser's id of the touch or pointer. */
  readonly id: number
}
