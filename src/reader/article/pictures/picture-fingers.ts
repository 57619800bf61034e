import type { Finger } from '../../ui/screen'

/**
 * Interprets fingers on a large picture as a pure state machine: pan, pinch, double tap, swipe to the next picture.
 * Positions are in screen pixels from the middle of the stage, times in milliseconds.
 */

export interface FingerInput {
  readonly kind: 'down' | 'move' | 'up' | 'cancel'
  readonly finger: Finger
  readonly timeMs: number
  /** When zoomed in, a finger moves the picture; at fit it swipes to another. */
  readonly isZoomed: boolean
}

export type FingerIntent =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'pinch'; readonly factor: number; readonly screenX: number; readonly screenY: number }
  | { readonly kind: 'double-tap'; readonly screenX: number; readonly screenY: number }
  | { readonly kind: 'swipe'; readonly towards: 'left' | 'right' }

export interface FingersState {
  readonly fingers: readonly Finger[]
  /** Where and when the first finger touched; absent once the touch can no longer be a tap or a swipe. */
  readonly start?: Finger & { readonly timeMs: number }
  readonly lastTap?: Finger & { readonly timeMs: number }
}

export const noFingers: FingersState = { fingers: [] }

interface Step {
  readonly state: FingersState
  readonly intents: readonly FingerIntent[]
}

const tapReach = 12
const doubleTapMs = 350
const doubleTapReach = 40
const swipeReach = 56

const apart = (a: Finger, b: Finger): number => Math.hypot(a.screenX - b.screenX, a.screenY - b.screenY)

const moved = ({ fingers, start, lastTap }: FingersState, { finger, isZoomed }: FingerInput): Step => {
  const before = fingers.find(({ id }) => id === finger.id)
  if (!before) return { state: { fingers, ...(start && { start }), ...(lastTap && { lastTap }) }, intents: [] }
  const after = fingers.map((one) => (one.id === finger.id ? finger : one))
  const state = { fingers: after, ...(start && { start }), ...(lastTap && { lastTap }) }
  const [a, b] = fingers
  const [c, d] = after
  if (a && b && c && d) {
    const middle = { screenX: (c.screenX + d.screenX) / 2, screenY: (c.screenY + d.screenY) / 2 }
    const dx = middle.screenX - (a.screenX + b.screenX) / 2
    const dy = middle.screenY - (a.screenY + b.screenY) / 2
    return {
      state: { fingers: after },
      intents: [
        { kind: 'pan', dx, dy },
        { kind: 'pinch', factor: apart(c, d) / Math.max(1, apart(a, b)), ...middle },
      ],
    }
  }
  if (!isZoomed) return { state, intents: [] }
  return {
    state,
    intents: [{ kind: 'pan', dx: finger.screenX - before.screenX, dy: finger.screenY - before.screenY }],
  }
}

const lifted = ({ fingers, start, lastTap }: FingersState, { finger, timeMs, isZoomed }: FingerInput): Step => {
  const left = fingers.filter(({ id }) => id !== finger.id)
  if (!start || left.length > 0) return { state: { fingers: left }, intents: [] }
  const { screenX, screenY } = finger
  const [dx, dy] = [screenX - start.screenX, screenY - start.screenY]
  if (Math.hypot(dx, dy) <= tapReach) {
    const isSecond = lastTap && timeMs - lastTap.timeMs <= doubleTapMs && apart(lastTap, finger) <= doubleTapReach
    if (isSecond) return { state: noFingers, intents: [{ kind: 'double-tap', screenX, screenY }] }
    return { state: { fingers: [], lastTap: { ...finger, timeMs } }, intents: [] }
  }
  const isSwipe = !isZoomed && Math.abs(dx) > swipeReach && Math.abs(dx) > 1.5 * Math.abs(dy)
  return { state: noFingers, intents: isSwipe ? [{ kind: 'swipe', towards: dx < 0 ? 'left' : 'right' }] : [] }
}

/** The state after a touch, and its meaning. Of more than two fingers, the first two count. */
export const afterFinger = (state: FingersState, input: FingerInput): Step => {
  const { finger, timeMs, kind } = input
  switch (kind) {
    case 'down': {
      const fingers = [...state.fingers.filter(({ id }) => id !== finger.id), finger]
      if (fingers.length > 1) return { state: { fingers }, intents: [] }
      return { state: { ...state, fingers, start: { ...finger, timeMs } }, intents: [] }
    }
    case 'move':
      return moved(state, input)
    case 'up':
      return lifted(state, input)
    case 'cancel':
      return { state: { fingers: state.fingers.filter(({ id }) => id !== finger.id) }, intents: [] }
  }
}
