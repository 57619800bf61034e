import { attachMouse } from './sheet-mouse'
import { createMotion } from './sheet-motion'
import type { SheetSurface } from './sheet-surface'
import { attachTouch } from './sheet-touch'
import type { ScrollSpot } from './viewport'

/** Touch, mouse and trackpad on a sheet. */
export interface SheetGestures {
  readonly glideTo: (spot: ScrollSpot) => void
  /** Where the sheet is, or where it is gliding to. */
  readonly goal: () => ScrollSpot
  /** The sheet has changed under the fingers: ignore them until all are lifted. */
  readonly interrupt: () => void
  readonly detach: () => void
}

/** Everything that moves a sheet; loaded once the page is on screen. */
export const attachGestures = (surface: SheetSurface): SheetGestures => {
  const motion = createMotion(surface)
  const touch = attachTouch(surface, motion)
  const detachMouse = attachMouse(surface, motion)
  return {
    glideTo: motion.glideTo,
    goal: motion.goal,
    interrupt: () => {
      motion.stop()
      touch.interrupt()
    },
    detach: () => {
      touch.detach()
      detachMouse()
      motion.stop()
    },
  }
}
