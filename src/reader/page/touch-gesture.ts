/**
 * What fingers on the sheet mean, as a pure state machine over touch points: a tap, a double tap, a pinch, a swipe that turns
 * the page. Panning is the browser's own scrolling and is only kept out of the way. Positions in screen pixels, times in
 * milliseconds.
 */
export interface Finger {
  readonly id: number
  readonly screenX: number
  readonly screenY: number
}

export type TouchEventKind = 'down' | 'move' | 'up' | 'cancel'

export interface TouchInput {
  readonly kind: TouchEventKind
  readonly finger: Finger
  readonly timeMs: number
  /** At fit width a swipe turns the page; once zoomed it pans. */
  readonly isZoomed: boolean
}

export type TouchIntent =
  | { readonly kind: 'tap'; readonly screenX: number; readonly screenY: number }
  | { readonly kind: 'double-tap'; readonly screenX: number; readonly screenY: number }
  /** Zoom by `factor` about the middle of the fingers. */
  | { readonly kind: 'pinch'; readonly factor: number; readonly screenX: number; readonly screenY: number }
  | { readonly kind: 'pinch-end' }
  /** How far the page is dragged sideways before it turns or springs back. */
  | { readonly kind: 'drag'; readonly screenDx: number }
  | { readonly kind: 'turn'; readonly towards: 'left' | 'right' }
  | { readonly kind: 'drag-end' }

type Phase =
  | { readonly kind: 'rest' }
  | { readonly kind: 'pressed'; readonly start: Finger; readonly timeMs: number }
  | { readonly kind: 'dragging'; readonly start: Finger; readonly timeMs: number }
  /** The browser pans, or the touch was taken away: nothing follows until every finger is up. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'pinching'; readonly distance: number }

export interface GestureState {
  readonly phase: Phase
  readonly fingers: readonly Finger[]
  readonly lastTap?: { readonly screenX: number; readonly screenY: number; readonly timeMs: number }
}

export const atRest: GestureState = { phase: { kind: 'rest' }, fingers: [] }

/** A second tap within this time and distance makes a double tap. */
export const doubleTapMs = 250
const doubleTapReach = 36
/** A finger that moved less has tapped. */
const tapReach = 10
const longestTapMs = 500
/** A swipe turns the page when it goes this far, or fast enough. */
const turnReach = 70
const turnSpeed = 0.45

const distanceOf = (a: { screenX: number; screenY: number }, b: { screenX: number; screenY: number }): number =>
  Math.hypot(a.screenX - b.screenX, a.screenY - b.screenY)

interface Step {
  readonly state: GestureState
  readonly intents: readonly TouchIntent[]
}

const pinchOf = (fingers: readonly Finger[]) => {
  const [a, b] = fingers
  if (!a || !b) return undefined
  return {
    distance: Math.max(1, distanceOf(a, b)),
    screenX: (a.screenX + b.screenX) / 2,
    screenY: (a.screenY + b.screenY) / 2,
  }
}

const down = (state: GestureState, { finger, timeMs }: TouchInput): Step => {
  const fingers = [...state.fingers.filter(({ id }) => id !== finger.id), finger]
  const pinch = pinchOf(fingers)
  const wasDragging = state.phase.kind === 'dragging'
  const end: TouchIntent[] = wasDragging ? [{ kind: 'drag-end' }] : []
  if (pinch) return { state: { fingers, phase: { kind: 'pinching', distance: pinch.distance } }, intents: end }
  return { state: { ...state, fingers, phase: { kind: 'pressed', start: finger, timeMs } }, intents: end }
}

const move = (state: GestureState, { finger, timeMs, isZoomed }: TouchInput): Step => {
  const fingers = state.fingers.map((known) => (known.id === finger.id ? finger : known))
  const { phase } = state
  if (phase.kind === 'pinching') {
    const pinch = pinchOf(fingers)
    if (!pinch) return { state: { ...state, fingers }, intents: [] }
    const { distance, screenX, screenY } = pinch
    return {
      state: { ...state, fingers, phase: { kind: 'pinching', distance } },
      intents: [{ kind: 'pinch', factor: distance / phase.distance, screenX, screenY }],
    }
  }
  if (phase.kind === 'pressed') {
    const dx = finger.screenX - phase.start.screenX
    const dy = finger.screenY - phase.start.screenY
    if (Math.hypot(dx, dy) < tapReach) return { state: { ...state, fingers }, intents: [] }
    const isSideways = Math.abs(dx) > Math.abs(dy) * 1.4
    const next: Phase = isSideways && !isZoomed ? { ...phase, kind: 'dragging', timeMs } : { kind: 'ignored' }
    const intents: TouchIntent[] = next.kind === 'dragging' ? [{ kind: 'drag', screenDx: dx }] : []
    return { state: { fingers, phase: next }, intents }
  }
  if (phase.kind === 'dragging')
    return { state: { ...state, fingers }, intents: [{ kind: 'drag', screenDx: finger.screenX - phase.start.screenX }] }
  return { state: { ...state, fingers }, intents: [] }
}

const up = (state: GestureState, { finger, timeMs }: TouchInput): Step => {
  const fingers = state.fingers.filter(({ id }) => id !== finger.id)
  const { phase, lastTap } = state
  const rest: Phase = fingers.length === 0 ? { kind: 'rest' } : { kind: 'ignored' }
  if (phase.kind === 'pinching') return { state: { fingers, phase: rest }, intents: [{ kind: 'pinch-end' }] }
  if (phase.kind === 'dragging') {
    const dx = finger.screenX - phase.start.screenX
    const speed = Math.abs(dx) / Math.max(1, timeMs - phase.timeMs)
    const isTurn = Math.abs(dx) > turnReach || (Math.abs(dx) > tapReach * 2 && speed > turnSpeed)
    const turn: TouchIntent[] = isTurn ? [{ kind: 'turn', towards: dx < 0 ? 'left' : 'right' }] : []
    return { state: { fingers, phase: rest }, intents: [{ kind: 'drag-end' }, ...turn] }
  }
  if (phase.kind !== 'pressed' || timeMs - phase.timeMs > longestTapMs)
    return { state: { fingers, phase: rest }, intents: [] }
  const { screenX, screenY } = finger
  const isSecond =
    lastTap && timeMs - lastTap.timeMs <= doubleTapMs + longestTapMs / 2 && distanceOf(lastTap, finger) < doubleTapReach
  if (isSecond) return { state: { fingers, phase: rest }, intents: [{ kind: 'double-tap', screenX, screenY }] }
  return {
    state: { fingers, phase: rest, lastTap: { screenX, screenY, timeMs } },
    intents: [{ kind: 'tap', screenX, screenY }],
  }
}

/** The state after a touch, and what it means. */
export const afterTouch = (state: GestureState, input: TouchInput): Step => {
  switch (input.kind) {
    case 'down':
      return down(state, input)
    case 'move':
      return move(state, input)
    case 'up':
      return up(state, input)
    case 'cancel': {
      const fingers = state.fingers.filter(({ id }) => id !== input.finger.id)
      const isDragging = state.phase.kind === 'dragging'
      const phase: Phase = fingers.length === 0 ? { kind: 'rest' } : { kind: 'ignored' }
      return { state: { fingers, phase }, intents: isDragging ? [{ kind: 'drag-end' }] : [] }
    }
  }
}
