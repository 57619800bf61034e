import { isMotionReduced } from '../a11y/reduced-motion'
import type { ScreenPoint } from '../ui/screen'
import type { SheetSurface } from './sheet-surface'
import { clampSpot, type ScrollSpot } from './viewport'

/** Moves a sheet: by transform while fingers move it, by layout when they let go. */
export interface SheetMotion {
  /** Where the sheet appears now. */
  readonly spot: () => ScrollSpot
  /** Where it will be when it has come to rest. */
  readonly goal: () => ScrollSpot
  /** Shows the sheet at a spot by transform alone, without layout; painted with the next frame. */
  readonly draw: (spot: ScrollSpot) => void
  /** Glides from where the sheet is drawn to the nearest spot allowed, zooming back about a point. */
  readonly letGo: (about?: ScreenPoint) => void
  /** Goes to a spot; gliding, unless the reader asked for less motion. */
  readonly glideTo: (spot: ScrollSpot) => void
  /** Ends a glide, and puts the sheet where it was going. */
  readonly stop: () => void
}

/** Short, because the page is drawn sharp only when it is over. */
const glideMs = 130
/** The first frame already shows a step. */
const frameMs = 16
const eased = (share: number): number => 1 - (1 - share) ** 3

const isNear = (a: ScrollSpot, b: ScrollSpot): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.001 &&
  Math.abs(a.screenLeft - b.screenLeft) < 1 &&
  Math.abs(a.screenTop - b.screenTop) < 1

/** How far a spot is from where the sheet is laid out. */
interface Offset {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const between = (from: Offset, to: Offset, share: number): Offset => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
  scale: from.scale + (to.scale - from.scale) * share,
})

/**
 * A glide is drawn frame by frame and not left to an animation of the browser's: Chromium would first rasterise the whole
 * sheet at the largest scale of the animation, which takes a second on a broadsheet, while an element with `will-change` keeps
 * the pixels that it has. What comes into view is sharpened once, at rest.
 */
export const createMotion = (surface: SheetSurface): SheetMotion => {
  const { room } = surface
  /** The spot drawn by transform but not laid out. */
  let drawn: ScrollSpot | undefined
  let frame = 0
  let gliding: { readonly goal: ScrollSpot } | undefined

  const offsetOf = (spot: ScrollSpot): Offset => {
    const laid = surface.spot()
    return {
      x: laid.screenLeft - spot.screenLeft,
      y: laid.screenTop - spot.screenTop,
      scale: spot.zoom / laid.zoom,
    }
  }
  const show = ({ x, y, scale }: Offset): void => {
    room.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
  }
  const paint = (): void => {
    frame = 0
    if (drawn) show(offsetOf(drawn))
  }
  const setMoving = (isMoving: boolean): void => void room.toggleAttribute('data-moving', isMoving)

  /** Lays the sheet out at a spot and removes all traces of motion before the next frame. */
  const settle = async (spot: ScrollSpot): Promise<void> => {
    cancelAnimationFrame(frame)
    frame = 0
    drawn = undefined
    await surface.settle(spot)
    if (drawn || gliding) return
    room.style.transform = ''
    setMoving(false)
  }

  const stop = (): void => {
    if (!gliding) return
    const { goal } = gliding
    gliding = undefined
    void settle(goal)
  }

  const glideTo = (goal: ScrollSpot): void => {
    stop()
    const start = drawn ?? surface.spot()
    if (isMotionReduced() || isNear(start, goal)) return void settle(goal)
    const [from, to] = [offsetOf(start), offsetOf(goal)]
    const startMs = performance.now() - frameMs
    setMoving(true)
    const own = { goal }
    gliding = own
    const step = (): void => {
      if (gliding !== own) return
      const share = (performance.now() - startMs) / glideMs
      if (share >= 1) return stop()
      show(between(from, to, eased(share)))
      frame = requestAnimationFrame(step)
    }
    step()
  }

  return {
    spot: () => drawn ?? surface.spot(),
    goal: () => gliding?.goal ?? drawn ?? surface.spot(),
    draw: (spot) => {
      stop()
      drawn = spot
      setMoving(true)
      frame ||= requestAnimationFrame(paint)
    },
    letGo: (about) => drawn && glideTo(clampSpot(drawn, surface.stage(), about)),
    glideTo,
    stop,
  }
}
