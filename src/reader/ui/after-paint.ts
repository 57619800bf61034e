import { getCurrentInstance, onMounted, readonly, ref, type Ref } from 'vue'

/**
 * Calls back after the next frame has been painted, for what can wait that long. Does not wait in a hidden tab,
 * which paints nothing.
 */
export const afterPaint = (act: () => void): void => {
  const soon = (): void => void setTimeout(act)
  if (document.visibilityState === 'hidden') soon()
  else requestAnimationFrame(soon)
}

/**
 * Whether the view's first frame has been painted. Always true on a server and while its HTML is hydrated: everything
 * is rendered at once then.
 */
export const useAfterPaint = (): Readonly<Ref<boolean>> => {
  const isTakenOver = getCurrentInstance()?.vnode.el !== null
  const isPainted = ref(typeof window !== 'object' || isTakenOver)
  onMounted(() => afterPaint(() => (isPainted.value = true)))
  return readonly(isPainted)
}
