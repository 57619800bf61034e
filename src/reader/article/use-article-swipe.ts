import { onScopeDispose, watch, type Ref } from 'vue'
import { swipeOf } from './article-swipe'

/** Whether the finger touched something that scrolls sideways itself, such as a wide table. */
const isScrollable = (target: EventTarget | null, within: HTMLElement): boolean => {
  for (let one = target instanceof Element ? target : null; one && one !== within; one = one.parentElement)
    if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible') return true
  return false
}

/**
 * Swipes on an article with one finger. A second finger, a selection, native scrolling, or a table that scrolls
 * sideways cancels the swipe. The element needs `touch-action: pan-y pinch-zoom`.
 */
export const useArticleSwipe = (
  element: Readonly<Ref<HTMLElement | null>>,
  swipe: (towards: 'left' | 'right') => void,
): void => {
  let start: { readonly id: number; readonly x: number; readonly y: number; readonly timeMs: number } | undefined
  const down = (event: PointerEvent): void => {
    const isFree = event.pointerType === 'touch' && event.isPrimary && element.value
    start =
      isFree && !isScrollable(event.target, element.value)
        ? { id: event.pointerId, x: event.clientX, y: event.clientY, timeMs: event.timeStamp }
        : undefined
  }
  const up = (event: PointerEvent): void => {
    const from = start
    start = undefined
    if (!from || from.id !== event.pointerId || !(getSelection()?.isCollapsed ?? true)) return
    const towards = swipeOf({
      fromX: from.x,
      fromY: from.y,
      toX: event.clientX,
      toY: event.clientY,
      durationMs: event.timeStamp - from.timeMs,
      screenWidth: window.innerWidth,
    })
    if (towards) swipe(towards)
  }
  const cancel = (): void => void (start = undefined)
  const listeners = [
    ['pointerdown', down],
    ['pointerup', up],
    ['pointercancel', cancel],
  ] as const
  const stop = watch(
    element,
    (now, _, onCleanup) => {
      if (!now) return
      for (const [name, listener] of listeners) now.addEventListener(name, listener)
      onCleanup(() => {
        for (const [name, listener] of listeners) now.removeEventListener(name, listener)
      })
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(stop)
}
