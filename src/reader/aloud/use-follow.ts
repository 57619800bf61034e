import { isMotionReduced } from '../a11y/reduced-motion'
import { onScopeDispose, ref, type Ref } from 'vue'

/** Space kept free above and below the sentence, in CSS pixels: the bars of the article and of the player. */
const margins = { top: 112, bottom: 120 }

/** Input events that scroll by hand; our own scrolling fires none of them. */
const gestures = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps the spoken sentence in view until the reader scrolls away from it, and again once it is back in view.
 * @param scroller the element that scrolls, once it exists
 * @param lit the highlighted ranges
 */
export const useFollow = (
  scroller: () => HTMLElement | null | undefined,
  lit: () => readonly Range[],
): {
  readonly isFollowing: Ref<boolean>
  /** Scrolls the sentence into view, if it is being followed. */
  readonly follow: () => void
  /** Starts following again, from wherever the reader is. */
  readonly comeBack: () => void
  readonly start: () => void
} => {
  const isFollowing = ref(true)
  let byHand = false

  const boxOf = (): { top: number; bottom: number } | undefined => {
    const boxes = lit().map((range) => range.getBoundingClientRect())
    if (boxes.length === 0) return undefined
    return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) }
  }
  const isAway = (element: HTMLElement): boolean => {
    const box = boxOf()
    const view = element.getBoundingClientRect()
    return box !== undefined && (box.bottom < view.top || box.top > view.bottom - margins.bottom / 2)
  }
  const follow = (): void => {
    const element = scroller()
    const box = boxOf()
    if (!element || !box || !isFollowing.value) return
    const view = element.getBoundingClientRect()
    const isInView = box.top >= view.top + margins.top && box.bottom <= view.bottom - margins.bottom
    if (isInView) return
    byHand = false
    const isCalm = isMotionReduced()
    // A third of the way down, so that the reader sees some of what comes next.
    const wanted = box.top - view.top - Math.max(margins.top, view.height / 3)
    element.scrollBy({ top: wanted, behavior: isCalm ? 'instant' : 'smooth' })
  }
  const onGesture = (): void => {
    byHand = true
  }
  const onScroll = (): void => {
    const element = scroller()
    if (byHand && element) isFollowing.value = !isAway(element)
  }
  let stop: () => void = () => undefined
  const start = (): void => {
    const element = scroller()
    if (!element) return
    for (const gesture of gestures) element.addEventListener(gesture, onGesture, { passive: true })
    element.addEventListener('scroll', onScroll, { passive: true })
    stop = () => {
      for (const gesture of gestures) element.removeEventListener(gesture, onGesture)
      element.removeEventListener('scroll', onScroll)
    }
  }
  onScopeDispose(() => stop())
  return {
    isFollowing,
    follow,
    start,
    comeBack: () => {
      isFollowing.value = true
      follow()
    },
  }
}
