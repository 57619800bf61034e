import { onMounted, onScopeDispose, shallowRef } from 'vue'

/** What is being printed: the article as it is, or a page that is rendered for it first. */
export const usePrinting = () => {
  const printing = shallowRef<'article' | 'page'>()
  const end = (): void => void (printing.value = undefined)
  const printNow = (): void => window.print()
  const print = (what: 'article' | 'page'): void => {
    printing.value = what
    if (what === 'article') printNow()
  }
  onMounted(() => window.addEventListener('afterprint', end))
  onScopeDispose(() => typeof window === 'object' && window.removeEventListener('afterprint', end))
  return { printing, print, printNow }
}
