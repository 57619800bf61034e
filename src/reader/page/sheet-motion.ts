import { isMotionReduced } from '../a11y/reduced-motion'
import type { ScreenPoint } from '../ui/screen'
import type { SheetSurface } from './sheet-surface'
import { clampSpot, type ScrollSpot } from './viewport'

/** Moves a sheet: by transform while fingers move it, by layout when they let go. */
export interface SheetMotion {
  /** Where the sheet appears now. */
  readonly spot: () => ScrollSpot
  /** Where it will be when animations have ended. */
  readonly goal: () => ScrollSpot
  /** Shows the sheet at a spot by transform alone, without layout; painted with the next frame. */
  readonly draw: (spot: ScrollSpot) => void
  /** Glides from where the sheet is drawn to the nearest spot allowed, zooming back about a point. */
  readonly letGo: (about?: ScreenPoint) => void
  /** Goes to a spot; animated, unless the reader asked for less motion. */
  readonly glideTo: (spot: ScrollSpot) => void
  /** Drags a page that may be turned. */
  readonly drag: (screenDx: number) => void
  readonly dragEnd: () => void
  /** Ends an animation, and puts the sheet where it was going. */
  readonly stop: () => void
}

const glideMs = 240
const easing = 'cubic-bezier(0.2, 0, 0, 1)'

const isNear = (a: ScrollSpot, b: ScrollSpot): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.001 &&
  Math.abs(a.screenLeft - b.screenLeft) < 1 &&
  Math.abs(a.screenTop - b.screenTop) < 1

export const createMotion = (surface: SheetSurface): SheetMotion => {
  const { sheet, room } = surface
  /** The spot drawn by transform but not laid out. */
  let drawn: ScrollSpot | undefined
  let frame = 0
  let gliding: { readonly animation: Animation; readonly goal: ScrollSpot | undefined } | undefined

  const look = (spot: ScrollSpot) => {
    const laid = surface.spot()
    return {
      translate: `${laid.screenLeft - spot.screenLeft}px ${laid.screenTop - spot.screenTop}px`,
      scale: `${spot.zoom / laid.zoom}`,
    }
  }
  const paint = (): void => {
    frame = 0
    if (drawn) Object.assign(sheet.style, look(drawn))
  }
  const setMoving = (isMoving: boolean): void => void room.toggleAttribute('data-moving', isMoving)

  /** Lays the sheet out at a spot and removes all traces of motion before the next frame. */
  const settle = async (spot: ScrollSpot): Promise<void> => {
    cancelAnimationFrame(frame)
    frame = 0
    drawn = undefined
    await surface.settle(spot)
    if (drawn) return
    Object.assign(sheet.style, { translate: '', scale: '' })
    setMoving(false)
  }

  const stop = (): void => {
    if (!gliding) return
    const { animation, goal } = gliding
    gliding = undefined
    animation.cancel()
    if (goal) void settle(goal)
    else setMoving(false)
  }

  /** Animates to the goal; `undefined` means back to where the sheet is laid out. */
  const run = (from: Keyframe, to: Keyframe, goal: ScrollSpot | undefined): void => {
    setMoving(true)
    const animation = sheet.animate([from, to], { duration: glideMs, easing, fill: 'both' })
    gliding = { animation, goal }
    animation.onfinish = () => gliding?.animation === animation && stop()
  }

  const glideTo = (goal: ScrollSpot): void => {
    stop()
    const from = drawn ?? surface.spot()
    if (isMotionReduced() || isNear(from, goal)) return void settle(goal)
    run(look(from), look(goal), goal)
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
    drag: (screenDx) => {
      stop()
      setMoving(true)
      sheet.style.translate = `${screenDx}px`
    },
    dragEnd: () => {
      const from = sheet.style.translate
      sheet.style.translate = ''
      if (isMotionReduced() || from === '') return setMoving(false)
      run({ translate: from }, { translate: '0px' }, undefined)
    },
    stop,
  }
}
