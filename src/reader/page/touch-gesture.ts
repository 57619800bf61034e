import type { Finger } from '../ui/screen'

/**
 * Interprets fingers on the sheet as a pure state machine over touches and the clock: tap, double tap, pinch, and a
 * swipe that turns the page. Panning is left to the browser's own scrolling. Positions are in screen pixels from the
 * corner of the scroller, times in milliseconds of one clock.
 */

export type TouchEventKind = 'down' | 'move' | 'up' | 'cancel'

export type TouchInput =
  | {
      readonly kind: TouchEventKind
      readonly finger: Finger
      readonly timeMs: number
      /** At fit width a swipe turns the page; when zoomed in it pans. */
      readonly isZoomed: boolean
    }
  /** Time has passed: a tap without a second one is confirmed. */
  | { readonly kind: 'time'; readonly timeMs: number }
  /** The browser has started to pan with this touch. */
  | { readonly kind: 'taken' }
  /** The sheet changed under the fingers: another size, or another page. */
  | { readonly kind: 'interrupt' }

export type TouchIntent =
  /** A finger has tapped. Whether it opens something is known when the double-tap window closes. */
  | { readonly kind: 'press'; readonly screenX: number; readonly screenY: number }
  /** The double-tap window has closed: the tap opens what it hit. */
  | { readonly kind: 'tap'; readonly screenX: number; readonly screenY: number }
  /** The tap does not open anything after all. */
  | { readonly kind: 'release' }
  | { readonly kind: 'double-tap'; readonly screenX: number; readonly screenY: number }
  | Pinch
  | { readonly kind: 'pinch-end' }
  /** How far the page is dragged sideways, before it turns or springs back. */
  | { readonly kind: 'drag'; readonly screenDx: number }
  | { readonly kind: 'drag-end' }
  /** The page turns to where the finger moved, at the speed that it had, screen pixels a millisecond. */
  | { readonly kind: 'turn'; readonly towards: 'left' | 'right'; readonly speed: number }

/** Zoom by `factor`, and move what was under `from` to the middle of the fingers. */
export interface Pinch {
  readonly kind: 'pinch'
  readonly factor: number
  readonly from: { readonly screenX: number; readonly screenY: number }
  readonly screenX: number
  readonly screenY: number
}

interface Tap {
  readonly screenX: number
  readonly screenY: number
  readonly timeMs: number
}

/** Where a dragging finger was a moment ago. */
interface TrailPoint {
  readonly screenX: number
  readonly timeMs: number
}

type Phase =
  | { readonly kind: 'rest' }
  | { readonly kind: 'pressed'; readonly start: Finger; readonly timeMs: number; readonly isSecond: boolean }
  | { readonly kind: 'dragging'; readonly start: Finger; readonly trail: readonly TrailPoint[] }
  /** The browser pans, or the touch has no meaning any more: ignored until all fingers are lifted. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'pinching'; readonly distance: number; readonly screenX: number; readonly screenY: number }

export interface GestureState {
  readonly phase: Phase
  readonly fingers: readonly Finger[]
  /** A tap that may become a double tap. */
  readonly waiting?: Tap
}

export const atRest: GestureState = { phase: { kind: 'rest' }, fingers: [] }

/** A second finger down within this time and distance of a tap makes a double tap. */
export const doubleTapMs = 250
const doubleTapReach = 36
/** A finger that moved less than this has tapped. */
const tapReach = 10
const longestTapMs = 500
/** A swipe turns the page if it goes this far, or is fast enough. */
const turnReach = 70
const turnSpeed = 0.45
/** A finger's speed is that of its last moments; one that rested has none. */
const trailMs = 100

const trailAt = (trail: readonly TrailPoint[], timeMs: number): readonly TrailPoint[] =>
  trail.filter((point) => timeMs - point.timeMs <= trailMs)

interface Step {
  readonly state: GestureState
  readonly intents: readonly TouchIntent[]
}
type FingerInput = Extract<TouchInput, { readonly finger: Finger }>

const distanceOf = (a: Omit<Finger, 'id'>, b: Omit<Finger, 'id'>): number =>
  Math.hypot(a.screenX - b.screenX, a.screenY - b.screenY)

/** The first two fingers define a pinch; others are ignored. */
const pinchOf = ([a, b]: readonly Finger[]) =>
  a &&
  b && {
    distance: Math.max(1, distanceOf(a, b)),
    screenX: (a.screenX + b.screenX) / 2,
    screenY: (a.screenY + b.screenY) / 2,
  }

/** The state with these fingers left after another was lifted: they are ignored until all are up. */
const left = (fingers: readonly Finger[]): GestureState => ({
  fingers,
  phase: { kind: fingers.length === 0 ? 'rest' : 'ignored' },
})

/** The intents that end a gesture which is cut short. */
const endOf = ({ phase, waiting }: GestureState): TouchIntent[] => [
  ...(phase.kind === 'dragging' ? [{ kind: 'drag-end' } as const] : []),
  ...(phase.kind === 'pinching' ? [{ kind: 'pinch-end' } as const] : []),
  ...(waiting ? [{ kind: 'release' } as const] : []),
]

const down = (state: GestureState, { finger, timeMs }: FingerInput): Step => {
  const fingers = [...state.fingers.filter(({ id }) => id !== finger.id), finger]
  const pinch = pinchOf(fingers)
  if (pinch) {
    const isPinching = state.phase.kind === 'pinching'
    return { state: { fingers, phase: { kind: 'pinching', ...pinch } }, intents: isPinching ? [] : endOf(state) }
  }
  const { waiting } = state
  const isSecond = waiting !== undefined && distanceOf(waiting, finger) < doubleTapReach
  return {
    state: { fingers, phase: { kind: 'pressed', start: finger, timeMs, isSecond } },
    intents: endOf(state),
  }
}

const move = (state: GestureState, { finger, timeMs, isZoomed }: FingerInput): Step => {
  const fingers = state.fingers.map((known) => (known.id === finger.id ? finger : known))
  const { phase } = state
  const stay = (intents: readonly TouchIntent[] = []): Step => ({ state: { ...state, fingers }, intents })
  if (phase.kind === 'pinching') {
    const pinch = pinchOf(fingers)
    if (!pinch) return stay()
    const { distance, screenX, screenY } = pinch
    const from = { screenX: phase.screenX, screenY: phase.screenY }
    return {
      state: { ...state, fingers, phase: { kind: 'pinching', ...pinch } },
      intents: [{ kind: 'pinch', factor: distance / phase.distance, from, screenX, screenY }],
    }
  }
  if (phase.kind === 'pressed' && finger.id === phase.start.id) {
    const dx = finger.screenX - phase.start.screenX
    const dy = finger.screenY - phase.start.screenY
    if (Math.hypot(dx, dy) < tapReach) return stay()
    if (isZoomed || Math.abs(dx) <= Math.abs(dy) * 1.4)
      return { state: { fingers, phase: { kind: 'ignored' } }, intents: [] }
    const { start } = phase
    return {
      state: { fingers, phase: { kind: 'dragging', start, trail: [{ screenX: finger.screenX, timeMs }] } },
      intents: [{ kind: 'drag', screenDx: dx }],
    }
  }
  if (phase.kind === 'dragging' && finger.id === phase.start.id) {
    const trail = [...trailAt(phase.trail, timeMs), { screenX: finger.screenX, timeMs }]
    return {
      state: { fingers, phase: { ...phase, trail } },
      intents: [{ kind: 'drag', screenDx: finger.screenX - phase.start.screenX }],
    }
  }
  return stay()
}

/** The turn that a lifted finger asks for: by its speed, or by the way that it went unless it was going back. */
const turnOf = (dx: number, velocity: number): Extract<TouchIntent, { kind: 'turn' }> | undefined => {
  const forward = velocity * Math.sign(dx)
  const isFlick = Math.abs(dx) > tapReach * 2 && forward > turnSpeed
  if (!isFlick && (Math.abs(dx) < turnReach || forward < -turnSpeed)) return undefined
  return { kind: 'turn', towards: dx < 0 ? 'left' : 'right', speed: Math.max(0, forward) }
}

const up = (state: GestureState, { finger, timeMs }: FingerInput): Step => {
  const fingers = state.fingers.filter(({ id }) => id !== finger.id)
  const { phase } = state
  const { screenX, screenY } = finger
  const pinch = pinchOf(fingers)
  if (phase.kind === 'pinching' && pinch)
    return { state: { fingers, phase: { kind: 'pinching', ...pinch } }, intents: [] }
  if (phase.kind === 'dragging' && finger.id === phase.start.id) {
    const [from] = trailAt(phase.trail, timeMs)
    const velocity = from ? (screenX - from.screenX) / Math.max(1, timeMs - from.timeMs) : 0
    return {
      state: left(fingers),
      intents: [turnOf(screenX - phase.start.screenX, velocity) ?? { kind: 'drag-end' }],
    }
  }
  const isTap =
    phase.kind === 'pressed' &&
    finger.id === phase.start.id &&
    timeMs - phase.timeMs <= longestTapMs &&
    distanceOf(phase.start, finger) < tapReach
  if (!isTap) return { state: left(fingers), intents: endOf(state) }
  if (phase.isSecond) return { state: left(fingers), intents: [{ kind: 'double-tap', screenX, screenY }] }
  return {
    state: { ...left(fingers), waiting: { screenX, screenY, timeMs } },
    intents: [{ kind: 'press', screenX, screenY }],
  }
}

/** Confirms a waiting tap if its double-tap window has closed. */
const afterTime = (state: GestureState, timeMs: number): Step => {
  const { waiting, ...rest } = state
  if (!waiting || timeMs - waiting.timeMs < doubleTapMs) return { state, intents: [] }
  return { state: rest, intents: [{ kind: 'tap', screenX: waiting.screenX, screenY: waiting.screenY }] }
}

const afterFinger = (state: GestureState, input: FingerInput): Step => {
  const isKnown = state.fingers.some(({ id }) => id === input.finger.id)
  if (input.kind === 'down') return down(state, input)
  if (!isKnown) return { state, intents: [] }
  if (input.kind === 'move') return move(state, input)
  if (input.kind === 'up') return up(state, input)
  const fingers = state.fingers.filter(({ id }) => id !== input.finger.id)
  return { state: left(fingers), intents: endOf(state) }
}

/** The state after a touch or the passing of time, with what it means. */
export const afterTouch = (state: GestureState, input: TouchInput): Step => {
  switch (input.kind) {
    case 'time':
      return afterTime(state, input.timeMs)
    case 'interrupt':
      return { state: left(state.fingers), intents: endOf(state) }
    case 'taken':
      return state.phase.kind === 'pressed' || state.phase.kind === 'dragging'
        ? { state: left(state.fingers), intents: endOf(state) }
        : { state, intents: [] }
    default: {
      const due = afterTime(state, input.timeMs)
      const { state: next, intents } = afterFinger(due.state, input)
      return { state: next, intents: [...due.intents, ...intents] }
    }
  }
}
