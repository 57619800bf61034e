import { computed, onMounted, ref, type ComputedRef } from 'vue'
import { isTakenOver } from '../ui/taken-over'
import { whenIdle } from '../ui/when-idle'

/**
 * Whether the page is drawn. Behind an article at once in a browser that draws for itself, in idle time where HTML of a server
 * is taken over, and never on a server.
 */
export const usePageBehind = (isReading: () => boolean): ComputedRef<boolean> => {
  const isWanted = ref(typeof document === 'object' && !isTakenOver())
  onMounted(() => whenIdle(() => (isWanted.value = true)))
  return computed(() => isWanted.value || !isReading())
}
