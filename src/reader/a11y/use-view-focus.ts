import { nextTick, watch } from 'vue'

/**
 * Takes the focus where the eye goes: to the view's heading when `place` changes, and back to what had it when `returnTo`
 * finds it. Nothing is moved at the first opening: the browser puts the reader at the top.
 */
export const useViewFocus = (place: () => string, find: (previous: string) => HTMLElement | null | undefined): void => {
  watch(place, async (_, previous) => {
    await nextTick()
    find(previous)?.focus({ preventScroll: true })
  })
}
