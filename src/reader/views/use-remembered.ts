import { onMounted, ref, shallowRef } from 'vue'
import type { Article, Issue, Page } from '@/bundle/issue'
import { issueKeyOf } from '@/bundle/issue-key'
import { useReadingStore } from '../reading/reading-store'

/** The article being read, and the page from which. */
export interface OpenArticle {
  readonly issue: Issue
  readonly page: Page
  readonly article: Article
  readonly title: string
}

/**
 * The place in an article and its bookmark, as stored on this device. The article must not change while the view lives.
 */
export const useRemembered = (reading: () => OpenArticle) => {
  const store = useReadingStore()
  /** Offset at which the article was left. */
  const start = shallowRef<number>()
  const isBookmarked = ref(false)
  let place = { offset: 0, isAtEnd: false }
  let isKnown = false

  const key = () => {
    const { issue, page, article, title } = reading()
    return { ...issueKeyOf(issue), article: article.id, page: page.no, title: title.slice(0, 500) }
  }
  const write = (): Promise<void> =>
    store.writePlace({ ...key(), offset: place.offset, isFinished: place.isAtEnd, readAt: Date.now() })

  /**
   * Stores the place. Waits until the earlier place has been read, so that opening the article does not overwrite it.
   */
  const keep = (offset: number, isAtEnd: boolean): void => {
    place = { offset, isAtEnd }
    if (isKnown) void write()
  }
  onMounted(async () => {
    const [left, bookmark] = await Promise.all([store.placeIn(key()), store.bookmarkOf(key())])
    isBookmarked.value = bookmark !== undefined
    // A finished article starts from the beginning, or from its bookmark.
    const from = left && !left.isFinished ? left.offset : bookmark?.offset
    if (from && place.offset === 0) {
      start.value = from
      place = { offset: from, isAtEnd: false }
    }
    isKnown = true
    await write()
  })

  /** Adds or removes the bookmark. @returns whether that was stored */
  const toggleBookmark = async (): Promise<boolean> => {
    if (isBookmarked.value) await store.deleteBookmark(key())
    else if (!(await store.writeBookmark({ ...key(), offset: place.offset, markedAt: Date.now() }))) return false
    isBookmarked.value = !isBookmarked.value
    return true
  }
  return { start, isBookmarked, keep, toggleBookmark }
}
