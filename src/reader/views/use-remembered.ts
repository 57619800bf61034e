import { onMounted, ref, shallowRef } from 'vue'
import type { Article, Issue, Page } from '@/bundle/issue'
import { issueKeyOf } from '@/bundle/issue-key'
import { useReadingStore } from '../reading/reading-store'

/** The article that is read, and from which page. */
export interface ReadArticle {
  readonly issue: Issue
  readonly page: Page
  readonly article: Article
  readonly title: string
}

/** The place in an article and its bookmark, as this device remembers them. The article is the same as long as its view lives. */
export const useRemembered = (reading: () => ReadArticle) => {
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

  /** Remembers the place. What was remembered before is read first, and not overwritten by the opening. */
  const keep = (offset: number, isAtEnd: boolean): void => {
    place = { offset, isAtEnd }
    if (isKnown) void write()
  }
  onMounted(async () => {
    const [left, bookmark] = await Promise.all([store.placeIn(key()), store.bookmarkOf(key())])
    isBookmarked.value = bookmark !== undefined
    // Once it is finished it begins anew, or where its bookmark was set.
    const from = left && !left.isFinished ? left.offset : bookmark?.offset
    if (from && place.offset === 0) {
      start.value = from
      place = { offset: from, isAtEnd: false }
    }
    isKnown = true
    await write()
  })

  /** Sets or takes the bookmark. @returns whether it was kept */
  const toggleBookmark = async (): Promise<boolean> => {
    if (isBookmarked.value) await store.deleteBookmark(key())
    else if (!(await store.writeBookmark({ ...key(), offset: place.offset, markedAt: Date.now() }))) return false
    isBookmarked.value = !isBookmarked.value
    return true
  }
  return { start, isBookmarked, keep, toggleBookmark }
}
