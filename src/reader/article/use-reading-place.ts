import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import type { MergedArticle } from '@/bundle/merge-article'
import { placedTextsIn, type PlacedText } from '../ui/text-places'
import { offsetBelow, rangeAt } from './reading-line'

export interface ReadingPlaceOptions {
  /** The article's own element; its parent scrolls. */
  readonly article: Readonly<Ref<HTMLElement | null>>
  readonly merged: () => MergedArticle | undefined
  /** Offset to open at; may become known after the text. */
  readonly start: () => number | undefined
  /** Called with the reader's place when scrolling stops and when the article is left. */
  readonly rest: (offset: number, isAtEnd: boolean) => void
}

const restMs = 300
/** Space between the bar and the line that the reader returns to, in screen pixels. */
const air = 8

/** Keeps the reader's place in an article as an offset in its text, and returns to it at any type size. */
export const useReadingPlace = ({ article, merged, start, rest }: ReadingPlaceOptions): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isMoved = false
  let isPlaced = false

  const scroller = (): HTMLElement | null => article.value?.parentElement ?? null
  const stretches = (): PlacedText[] => {
    const blocks = article.value?.querySelector('.blocks')
    return blocks ? placedTextsIn(blocks) : []
  }
  /** Where the text begins: below the bar, which stays at the top. */
  const textTop = (): number => {
    const bar = article.value?.querySelector('.bar')
    return (bar?.getBoundingClientRect().bottom ?? scroller()?.getBoundingClientRect().top ?? 0) - 1
  }
  const tell = (): void => {
    clearTimeout(timer)
    const element = scroller()
    const end = article.value?.querySelector('.blocks')?.getBoundingClientRect().bottom
    if (!element || end === undefined || element.clientHeight === 0) return
    const isAtEnd = end <= element.getBoundingClientRect().bottom + 1
    rest(element.scrollTop < 4 ? 0 : (offsetBelow(stretches(), textTop()) ?? 0), isAtEnd)
  }
  const scrolled = (): void => {
    isMoved ||= !isPlaced
    isPlaced = false
    clearTimeout(timer)
    timer = setTimeout(tell, restMs)
  }
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') tell()
  }

  /** Only once, and not if the reader has scrolled already. */
  const goToStart = (): void => {
    const element = scroller()
    const offset = start()
    if (!element || isMoved || !offset || element.scrollTop > 4) return
    const line = rangeAt(stretches(), offset)?.getBoundingClientRect()
    if (!line) return
    isPlaced = true
    element.scrollBy({ top: line.top - textTop() - air, behavior: 'instant' })
  }

  onMounted(() => {
    scroller()?.addEventListener('scroll', scrolled, { passive: true })
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', tell)
  })
  watch([merged, start], goToStart, { flush: 'post', immediate: true })
  onBeforeUnmount(() => {
    tell()
    scroller()?.removeEventListener('scroll', scrolled)
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('pagehide', tell)
  })
}
