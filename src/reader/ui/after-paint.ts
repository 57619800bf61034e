import { getCurrentInstance, onMounted, readonly, ref, type Ref } from 'vue'

/** Calls once the next frame has been painted: what may come a moment later waits for it. A hidden tab paints nothing. */
export const afterPaint = (act: () => void): void => {
  const soon = (): void => void setTimeout(act)
  if (document.visibilityState === 'hidden') soon()
  else requestAnimationFrame(soon)
}

/**
 * Whether the view's first frame has been painted. On a server, and where its page is taken over, everything is there at once.
 */
export const useAfterPaint = (): Readonly<Ref<boolean>> => {
  const isTakenOver = getCurrentInstance()?.vnode.el !== null
  const isPainted = ref(typeof window !== 'object' || isTakenOver)
  onMounted(() => afterPaint(() => (isPainted.value = true)))
  return readonly(isPainted)
}
