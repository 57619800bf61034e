import { onMounted, readonly, ref, type Ref } from 'vue'
import { isTakenOver } from './taken-over'

/**
 * Calls back after the next frame has been painted, for what can wait that long. Does not wait in a hidden tab,
 * which paints nothing.
 */
export const afterPaint = (act: () => void): void => {
  const soon = (): void => void setTimeout(act)
  if (document.visibilityState === 'hidden') soon()
  else requestAnimationFrame(soon)
}

/** Whether the view's first frame has been painted. Always true on a server and where its HTML is taken over: all is there. */
export const useAfterPaint = (): Readonly<Ref<boolean>> => {
  const isPainted = ref(typeof document !== 'object' || isTakenOver())
  onMounted(() => afterPaint(() => (isPainted.value = true)))
  return readonly(isPainted)
}
