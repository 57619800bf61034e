import { nextTick, onMounted, onScopeDispose, shallowRef } from 'vue'
import { partsArrived } from '../issue/part-urls'
import { bringAllNear } from '../ui/when-near'

/** What is being printed: the article as it is, or a page that is rendered for it first. */
export const usePrinting = () => {
  const printing = shallowRef<'article' | 'page'>()
  const end = (): void => void (printing.value = undefined)
  const printNow = (): void => window.print()
  /** With its pictures, far from the screen as they may be. */
  const printArticle = async (): Promise<void> => {
    bringAllNear()
    await nextTick()
    await partsArrived()
    await nextTick()
    const images = [...document.querySelectorAll<HTMLImageElement>('article img')]
    await Promise.allSettled(images.map((image) => image.decode()))
    printNow()
  }
  const print = (what: 'article' | 'page'): void => {
    printing.value = what
    if (what === 'article') void printArticle()
  }
  /** Ctrl+P waits for the pictures too: a browser that prints by itself takes what is there. */
  const takeKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'p' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    print('article')
  }
  onMounted(() => {
    window.addEventListener('afterprint', end)
    window.addEventListener('keydown', takeKey)
  })
  onScopeDispose(() => {
    if (typeof window !== 'object') return
    window.removeEventListener('afterprint', end)
    window.removeEventListener('keydown', takeKey)
  })
  return { printing, print, printNow }
}
