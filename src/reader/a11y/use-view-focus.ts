import { nextTick, watch } from 'vue'

/**
 * Moves the focus when `place` changes, to the element that `find` gives: the heading of the new view, or what had the
 * focus before. Nothing moves at the first opening: the browser puts the reader at the top.
 */
export const useViewFocus = (place: () => string, find: (previous: string) => HTMLElement | null | undefined): void => {
  watch(place, async (_, previous) => {
    await nextTick()
    find(previous)?.focus({ preventScroll: true })
  })
}
