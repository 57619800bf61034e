import { onScopeDispose, watch, type Ref } from 'vue'
import {
  afterTouch,
  atRest,
  doubleTapMs,
  type GestureState,
  type TouchEventKind,
  type TouchIntent,
} from './touch-gesture'

/** What the sheet does about gestures; points count from the scroller's corner. */
export interface TouchReactions {
  readonly isZoomed: () => boolean
  readonly react: (intent: Exclude<TouchIntent, { readonly kind: 'tap' }>) => void
}

/**
 * Connects the gesture machine to a scroller. By touch, a link opens when the double-tap window has closed; mouse and keyboard
 * open at once.
 */
export const useTouch = (scroller: Readonly<Ref<HTMLElement | null>>, { isZoomed, react }: TouchReactions): void => {
  let state: GestureState = atRest
  let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly link: Element } | undefined
  /** The click that a finished tap dispatches itself, which must not wait again. */
  let isOwnClick = false
  let lastPointer = 'mouse'

  const forget = (): void => {
    if (waiting) clearTimeout(waiting.timer)
    waiting?.link.removeAttribute('data-pressed')
    waiting = undefined
  }

  const take = (kind: TouchEventKind, event: PointerEvent): void => {
    if (kind === 'down') lastPointer = event.pointerType
    if (event.pointerType !== 'touch' || !scroller.value) return
    const { left, top } = scroller.value.getBoundingClientRect()
    const step = afterTouch(state, {
      kind,
      finger: { id: event.pointerId, screenX: event.clientX - left, screenY: event.clientY - top },
      timeMs: event.timeStamp,
      isZoomed: isZoomed(),
    })
    state = step.state
    for (const intent of step.intents) {
      if (intent.kind === 'tap') continue
      forget()
      react(intent)
    }
  }

  const holdClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('[data-tap]') : null
    if (!link || lastPointer !== 'touch' || isOwnClick) return
    event.preventDefault()
    event.stopPropagation()
    forget()
    link.setAttribute('data-pressed', '')
    const timer = setTimeout(() => {
      forget()
      isOwnClick = true
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))
      isOwnClick = false
    }, doubleTapMs)
    waiting = { timer, link }
  }

  const listeners = [
    ['pointerdown', (event: PointerEvent) => take('down', event)],
    ['pointermove', (event: PointerEvent) => take('move', event)],
    ['pointerup', (event: PointerEvent) => take('up', event)],
    ['pointercancel', (event: PointerEvent) => take('cancel', event)],
  ] as const

  watch(
    scroller,
    (element, _, onCleanup) => {
      if (!element) return
      for (const [name, listener] of listeners) element.addEventListener(name, listener)
      element.addEventListener('click', holdClick, { capture: true })
      onCleanup(() => {
        for (const [name, listener] of listeners) element.removeEventListener(name, listener)
        element.removeEventListener('click', holdClick, { capture: true })
      })
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(forget)
}
