import { onMounted, onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

/**
 * Height of an element with its borders, CSS pixels; 0 before it is known. An element that is gone or not displayed keeps the height that it
 * had. Observed rather than read, because reading would cost a layout.
 */
export const useHeight = (element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> => {
  const height = ref(0)
  let observer: ResizeObserver | undefined
  onMounted(() => {
    const own = new ResizeObserver((entries) => {
      height.value = entries.at(-1)?.borderBoxSize[0]?.blockSize || height.value
    })
    observer = own
    const observe = (now: HTMLElement | null): void => {
      own.disconnect()
      if (now) own.observe(now)
    }
    watch(element, observe, { immediate: true })
  })
  onScopeDispose(() => observer?.disconnect())
  return readonly(height)
}
