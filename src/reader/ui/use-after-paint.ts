import { getCurrentInstance, onMounted, readonly, ref, type Ref } from 'vue'

/**
 * Whether the view's first frame has been painted: what may come a moment later waits for it. On a server, and where its
 * page is taken over, everything is there at once.
 */
export const useAfterPaint = (): Readonly<Ref<boolean>> => {
  const isTakenOver = getCurrentInstance()?.vnode.el !== null
  const isPainted = ref(typeof window !== 'object' || isTakenOver)
  onMounted(() => {
    const paint = (): void => void setTimeout(() => (isPainted.value = true))
    // A hidden tab paints nothing.
    if (document.visibilityState === 'hidden') paint()
    else requestAnimationFrame(paint)
  })
  return readonly(isPainted)
}
