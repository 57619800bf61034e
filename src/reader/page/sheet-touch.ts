import type { ScreenPoint } from '../ui/screen'
import type { SheetMotion } from './sheet-motion'
import { isZoomedAt, type SheetSurface } from './sheet-surface'
import {
  afterTouch,
  atRest,
  doubleTapMs,
  type GestureState,
  type TouchEventKind,
  type TouchInput,
  type TouchIntent,
} from './touch-gesture'
import { clampSpot, softZoom, spotOfTap, zoomAbout } from './viewport'

/** A timer this late has been held up by other work: what that held up too is given time to arrive. */
const patienceMs = 40
const lateMs = 8
/** How long a second tap may be on its way when its window closes: twice as long as the first one was, within these limits. */
const onItsWayMs = { least: 16, most: 150 }

/**
 * Connects the gesture machine to a sheet. Uses touch events, because a browser that pans stops sending pointer events,
 * and a pinch may begin while it does. A touched link is highlighted at once, and opens when the double-tap window has
 * closed.
 * @returns `detach` to remove the listeners, `interrupt` to say that the sheet has changed under the fingers
 */
export const attachTouch = (surface: SheetSurface, motion: SheetMotion) => {
  const { scroller, room } = surface
  /** A page that is still coming in is touched through the ground: where it will lie, whatever is there on the way. */
  const ground = surface.turning.ground()
  let state: GestureState = atRest
  let timer: ReturnType<typeof setTimeout> | undefined
  let link: Element | undefined
  /** The tap is confirmed, but its click has not come yet. */
  let isOpen = false
  let isOwnClick = false
  /** The touch began on the ground: no click comes of it. */
  let isGrounded = false
  let lastTouchMs = -Infinity
  let pinchedAbout: ScreenPoint | undefined
  /** The zoom of a pinch before it is softened at the limits. */
  let hardZoom = 1
  let corner = { left: 0, top: 0 }

  const unlight = (): void => {
    link?.removeAttribute('data-pressed')
    link = undefined
  }
  /** By where the links lie: a page that is not yet open to touch is not found by a point of the screen. */
  const linkAt = ({ screenX, screenY }: ScreenPoint): Element | undefined =>
    [...room.querySelectorAll('[data-tap]')].findLast((tapped) => {
      const { left, right, top, bottom } = tapped.getBoundingClientRect()
      const [x, y] = [screenX + corner.left, screenY + corner.top]
      return left <= x && x <= right && top <= y && y <= bottom
    })
  const open = (place: ScreenPoint): void => {
    const pressed = isGrounded ? linkAt(place) : link
    unlight()
    isOpen = !pressed
    if (!pressed) return
    isOwnClick = true
    pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))
    isOwnClick = false
  }

  const react = (intent: TouchIntent): void => {
    switch (intent.kind) {
      case 'press':
        clearTimeout(timer)
        wait(lastTouchMs + doubleTapMs + onTheWay())
        return
      case 'tap':
        return open(intent)
      case 'release':
        return unlight()
      case 'double-tap': {
        const spot = motion.spot()
        const fit = { zoom: 1, screenLeft: 0, screenTop: zoomAbout(spot, 1, intent).screenTop }
        return motion.glideTo(
          isZoomedAt(spot.zoom)
            ? clampSpot(fit, surface.stage())
            : spotOfTap(surface.targets(), spot, intent, surface.stage()),
        )
      }
      case 'pinch': {
        if (!pinchedAbout) hardZoom = motion.spot().zoom
        hardZoom *= intent.factor
        pinchedAbout = { screenX: intent.screenX, screenY: intent.screenY }
        return motion.draw(zoomAbout(motion.spot(), softZoom(hardZoom), intent.from, intent))
      }
      case 'pinch-end':
        motion.letGo(pinchedAbout)
        pinchedAbout = undefined
        return
      case 'drag':
        return surface.turning.drag(intent.screenDx)
      case 'drag-end':
        return surface.turning.release()
      case 'turn':
        return surface.turning.release(intent.towards, intent.speed)
    }
  }

  const feed = (input: TouchInput): void => {
    const step = afterTouch(state, input)
    state = step.state
    step.intents.forEach(react)
    if (state.phase.kind === 'rest') scroller.style.overflow = ''
  }
  /** A touch carries the time at which the finger moved; it arrives when the browser has time for it. */
  const onTheWay = (): number =>
    Math.min(onItsWayMs.most, Math.max(onItsWayMs.least, 2 * (performance.now() - lastTouchMs)))
  function wait(untilMs: number): void {
    timer = setTimeout(tick, untilMs - performance.now(), untilMs)
  }
  /** A timer that fires late tells of a busy processor: the second tap may be waiting to be handled, and comes first. */
  function tick(dueMs: number): void {
    const nowMs = performance.now()
    if (nowMs - dueMs > lateMs) return wait(nowMs + patienceMs)
    feed({ kind: 'time', timeMs: nowMs })
    // Timers may fire slightly early.
    if (state.waiting) wait(nowMs + 5)
  }

  const take = (kind: TouchEventKind, event: TouchEvent): void => {
    const isZoomed = isZoomedAt(surface.spot().zoom)
    for (const { identifier: id, clientX, clientY } of event.changedTouches) {
      const finger = { id, screenX: clientX - corner.left, screenY: clientY - corner.top }
      feed({ kind, finger, timeMs: event.timeStamp, isZoomed })
    }
  }

  const end = (event: Event): void => {
    // A touch that began before the sheet listened is the browser's own: its click passes.
    if (!(event instanceof TouchEvent) || lastTouchMs === -Infinity) return
    // Its click would go to the page that is leaving.
    if (isGrounded && event.cancelable) event.preventDefault()
    lastTouchMs = event.timeStamp
    take(event.type === 'touchend' ? 'up' : 'cancel', event)
  }
  const start = (event: TouchEvent): void => {
    isGrounded = surface.turning.isComing(scroller)
    lastTouchMs = event.timeStamp
    isOpen = false
    motion.stop()
    const { left, top } = (isGrounded && ground ? ground : scroller).getBoundingClientRect()
    corner = { left, top: top + surface.screenAbove() }
    // Touches whose end was lost because the element that they began on was removed.
    const present = [...event.touches].map(({ identifier }) => identifier)
    for (const finger of state.fingers.filter(({ id }) => !present.includes(id)))
      feed({ kind: 'cancel', finger, timeMs: event.timeStamp, isZoomed: false })
    for (const name of ['touchend', 'touchcancel']) event.target?.addEventListener(name, end, { once: true })
    take('down', event)
  }
  const move = (event: TouchEvent): void => {
    // A move that can't be cancelled means that the browser pans: leave one finger to it, but stop it for two.
    if (!event.cancelable) {
      if (state.phase.kind === 'pinching') scroller.style.overflow = 'hidden'
      else feed({ kind: 'taken' })
    }
    take('move', event)
    if (event.cancelable && (state.phase.kind === 'pinching' || state.phase.kind === 'dragging')) event.preventDefault()
  }

  /**
   * Holds back the click of a touch until it is known whether it opens something; clicks of mouse, keyboard and screen
   * reader pass.
   */
  const holdClick = (event: MouseEvent): void => {
    const tapped = event.target instanceof Element ? event.target.closest('[data-tap]') : null
    const isTouch = event.timeStamp - lastTouchMs < 1000 && (!('pointerType' in event) || event.pointerType === 'touch')
    if (!tapped || !isTouch || isOwnClick || isOpen) return
    event.preventDefault()
    event.stopPropagation()
    if (!state.waiting) return
    unlight()
    link = tapped
    tapped.setAttribute('data-pressed', '')
  }

  const startHere = (event: TouchEvent): void => {
    if (!surface.turning.isLeaving(scroller)) start(event)
  }
  const isElsewhere = ({ target }: Event): boolean => target instanceof Node && !scroller.contains(target)
  const startOnGround = (event: TouchEvent): void => {
    if (isElsewhere(event) && surface.turning.isComing(scroller)) start(event)
  }
  const isOwn = (event: TouchEvent): boolean =>
    [...event.changedTouches].some(({ identifier }) => state.fingers.some(({ id }) => id === identifier))

  const ended = new AbortController()
  const { signal } = ended
  room.addEventListener('touchstart', startHere, { passive: false, signal })
  room.addEventListener('touchmove', move, { passive: false, signal })
  ground?.addEventListener('touchstart', startOnGround, { passive: false, signal })
  ground?.addEventListener('touchmove', (event) => isElsewhere(event) && isOwn(event) && move(event), {
    passive: false,
    signal,
  })
  room.addEventListener('touchend', end, { signal })
  room.addEventListener('touchcancel', end, { signal })
  room.addEventListener('click', holdClick, { capture: true, signal })
  return {
    interrupt: (): void => feed({ kind: 'interrupt' }),
    detach: (): void => {
      clearTimeout(timer)
      feed({ kind: 'interrupt' })
      ended.abort()
    },
  }
}
