import { onBeforeUnmount, readonly, ref, watch, type Ref } from 'vue'
import { whenIdle } from '../ui/when-idle'

/** By then the pages have come to rest. */
const restMs = 250

/**
 * Which opening can be touched and focused. It follows the one on show: at once, or after a swipe when the pages have come to rest,
 * because the change styles and paints two whole pages.
 */
export const useTouchableOpening = (current: Readonly<Ref<number>>) => {
  const touchable = ref(current.value)
  /** Where a finger has sent the pages. */
  let heading: number | undefined
  let stopWaiting = (): void => {}
  const follow = (): void => void (touchable.value = current.value)
  watch(current, (lead) => {
    stopWaiting()
    if (heading === lead) stopWaiting = whenIdle(follow, restMs)
    else follow()
    heading = undefined
  })
  onBeforeUnmount(() => stopWaiting())
  return {
    touchable: readonly(touchable),
    head: (lead: number | undefined): void => void (heading = lead),
    /** The opening that is on its way, or has just arrived, and takes no touches yet. */
    coming: (): number | undefined => {
      const lead = heading ?? current.value
      return lead === touchable.value ? undefined : lead
    },
  }
}
