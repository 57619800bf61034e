import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue'
import { quietMs } from './patience'

/** Whether a component that stands for something to come has been on screen for longer than anybody would wait in silence. */
export const useLate = (): { readonly isLate: Readonly<Ref<boolean>>; readonly again: () => void } => {
  const isLate = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = (): void => {
    clearTimeout(timer)
    isLate.value = false
    timer = setTimeout(() => (isLate.value = true), quietMs)
  }
  onMounted(again)
  onScopeDispose(() => clearTimeout(timer))
  return { isLate: readonly(isLate), again }
}
