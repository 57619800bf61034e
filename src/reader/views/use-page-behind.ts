import { computed, onBeforeUnmount, ref, watch, type ComputedRef } from 'vue'
import { isTakenOver, onTakenOver } from '../ui/taken-over'
import { whenIdle } from '../ui/when-idle'

/** On a narrow screen the article covers the page: who has just opened it reads first. */
const coveredPauseMs = 3000

/**
 * Whether the page is drawn. Next to or behind an article at once in a browser that draws for itself, in idle time where HTML
 * of a server is taken over, and never on a server.
 * @param isCovered whether the article covers the page, if there is one
 */
export const usePageBehind = (isReading: () => boolean, isCovered: () => boolean): ComputedRef<boolean> => {
  const isWanted = ref(typeof document === 'object' && !isTakenOver())
  const wantSoon = (): void => void whenIdle(() => (isWanted.value = true))
  let timer: ReturnType<typeof setTimeout> | undefined
  onTakenOver(() => {
    if (isReading()) timer = setTimeout(wantSoon, isCovered() ? coveredPauseMs : 0)
    else isWanted.value = true
  })
  // A page that was shown once stays, with its place, when an article is opened.
  watch(isReading, (reads) => {
    if (!reads) isWanted.value = true
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return computed(() => isWanted.value || !isReading())
}
