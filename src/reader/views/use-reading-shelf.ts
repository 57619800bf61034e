import { onMounted, ref, shallowRef } from 'vue'
import type { Bookmark, ReadingPlace } from '@/library/reading-rows'
import { useWords } from '../i18n/use-words'
import { zhHansReading } from '../i18n/zh-hans-reading'
import { useReadingStore } from '../reading/reading-store'

/** Bookmarks and history as lists, with the last removal, which can be undone. */
export const useReadingShelf = () => {
  const store = useReadingStore()
  const words = useWords(zhHansReading)
  const bookmarks = shallowRef<readonly Bookmark[]>([])
  const places = shallowRef<readonly ReadingPlace[]>([])
  /** Nothing is shown before both lists are there, or what is below the first would move. */
  const isRead = ref(false)
  const undoable = shallowRef<{ readonly text: string; readonly undo: () => Promise<unknown> }>()

  const load = async (): Promise<void> => {
    const [marked, read] = await Promise.all([store.bookmarks(), store.places()])
    bookmarks.value = marked
    places.value = read
    isRead.value = true
  }
  onMounted(load)

  const removeBookmark = async (bookmark: Bookmark): Promise<void> => {
    await store.deleteBookmark(bookmark)
    undoable.value = { text: words.bookmarkRemoved(bookmark.title), undo: () => store.writeBookmark(bookmark) }
    await load()
  }
  const removePlaces = async (removed: readonly ReadingPlace[]): Promise<void> => {
    await store.deletePlaces(removed)
    const [first, ...others] = removed
    const text = first && others.length === 0 ? words.placeRemoved(first.title) : words.historyCleared
    undoable.value = { text, undo: () => store.restorePlaces(removed) }
    await load()
  }
  const undo = async (): Promise<void> => {
    const last = undoable.value
    undoable.value = undefined
    await last?.undo()
    await load()
  }
  return { store, isRead, bookmarks, places, undoable, removeBookmark, removePlaces, undo }
}
