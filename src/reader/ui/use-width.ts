import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue'

/**
 * Width of an element's content, CSS pixels; 0 before it is known. Observed rather than read, because reading would
 * cost a layout.
 */
export const useWidth = (element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> => {
  const width = ref(0)
  let observer: ResizeObserver | undefined
  onMounted(() => {
    observer = new ResizeObserver((entries) => (width.value = entries.at(-1)?.contentRect.width ?? 0))
    if (element.value) observer.observe(element.value)
  })
  onScopeDispose(() => observer?.disconnect())
  return readonly(width)
}
