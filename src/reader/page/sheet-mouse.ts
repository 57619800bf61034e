import type { ScreenPoint } from '../ui/screen'
import type { SheetMotion } from './sheet-motion'
import { isZoomedAt, type SheetSurface } from './sheet-surface'
import { clampSpot, clampZoom, zoomAbout } from './viewport'

/** A mouse that moved less than this, in pixels, has clicked. */
const clickReach = 4
/** A wheel that rests this long has stopped. */
const wheelRestMs = 140

/**
 * Mouse and trackpad. Dragging pans when zoomed in; with Shift it selects text. The wheel scrolls; with Ctrl it zooms
 * about the pointer, which is also what a pinch on a trackpad sends. Safari sends events of its own.
 * @returns a function that removes the listeners
 */
export const attachMouse = (surface: SheetSurface, motion: SheetMotion): (() => void) => {
  const { scroller, room } = surface
  let grip: { readonly id: number; readonly x: number; readonly y: number; isDragging: boolean } | undefined
  /** The click that ends a drag must not open anything. */
  let isDragged = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let scaleBefore = 1

  const pointOf = ({ clientX, clientY }: MouseEvent): ScreenPoint => {
    const { left, top } = scroller.getBoundingClientRect()
    return { screenX: clientX - left, screenY: clientY - top - surface.screenAbove() }
  }
  const zoomTo = (zoom: number, point: ScreenPoint): void => {
    motion.draw(clampSpot(zoomAbout(motion.spot(), clampZoom(zoom), point), surface.stage()))
    clearTimeout(resting)
    resting = setTimeout(() => motion.letGo(), wheelRestMs)
  }

  const press = (event: PointerEvent): void => {
    isDragged = false
    if (event.pointerType !== 'mouse' || event.button !== 0 || event.shiftKey) return
    if (isZoomedAt(surface.spot().zoom))
      grip = { id: event.pointerId, x: event.clientX, y: event.clientY, isDragging: false }
  }
  const drag = (event: PointerEvent): void => {
    if (grip?.id !== event.pointerId) return
    if (!grip.isDragging) {
      if (Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < clickReach) return
      grip.isDragging = true
      scroller.setPointerCapture(event.pointerId)
      scroller.toggleAttribute('data-grabbed', true)
    }
    scroller.scrollBy({ left: grip.x - event.clientX, top: grip.y - event.clientY, behavior: 'instant' })
    grip = { ...grip, x: event.clientX, y: event.clientY }
  }
  const drop = (): void => {
    if (!grip) return
    isDragged = grip.isDragging
    grip = undefined
    scroller.removeAttribute('data-grabbed')
  }
  /** While dragging to pan, don't select text or drag links. */
  const keep = (event: Event): void => {
    if (grip) event.preventDefault()
  }
  const swallow = (event: Event): void => {
    if (!isDragged) return
    isDragged = false
    event.preventDefault()
    event.stopPropagation()
  }

  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return
    event.preventDefault()
    zoomTo(motion.spot().zoom * Math.exp(-event.deltaY / 200), pointOf(event))
  }
  /** Safari's own pinch, which would zoom the whole page. On a phone, touch events report the same. */
  const gesture = (event: Event): void => {
    event.preventDefault()
    if (!('scale' in event) || typeof event.scale !== 'number' || !(event instanceof MouseEvent)) return
    if (event.type === 'gesturechange') zoomTo((motion.spot().zoom * event.scale) / scaleBefore, pointOf(event))
    scaleBefore = event.type === 'gestureend' ? 1 : event.scale
  }

  const ended = new AbortController()
  const { signal } = ended
  room.addEventListener('pointerdown', press, { signal })
  room.addEventListener('selectstart', keep, { signal })
  room.addEventListener('dragstart', keep, { signal })
  scroller.addEventListener('pointermove', drag, { signal })
  scroller.addEventListener('pointerup', drop, { signal })
  scroller.addEventListener('pointercancel', drop, { signal })
  scroller.addEventListener('lostpointercapture', drop, { signal })
  scroller.addEventListener('click', swallow, { capture: true, signal })
  scroller.addEventListener('wheel', wheel, { passive: false, signal })
  for (const name of ['gesturestart', 'gesturechange', 'gestureend'])
    scroller.addEventListener(name, gesture, { signal })
  return () => {
    clearTimeout(resting)
    drop()
    ended.abort()
  }
}
