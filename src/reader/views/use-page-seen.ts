import { readonly, ref, watch, type Ref } from 'vue'
import { afterPaint } from '../ui/after-paint'
import { onTakenOver } from '../ui/taken-over'

/** Whether a page has been painted with its text. What the first page does not need is loaded then. */
export const usePageSeen = (hasText: () => boolean): Readonly<Ref<boolean>> => {
  const isSeen = ref(false)
  const see = (): void => {
    if (hasText()) afterPaint(() => (isSeen.value = true))
  }
  onTakenOver(() => watch(hasText, see, { immediate: true }))
  return readonly(isSeen)
}
