import { defineStore } from 'pinia'
import { inject, ref } from 'vue'
import type { ArticleKey } from '@/library/reading-records'
import type { Bookmark, ReadingPlace } from '@/library/reading-rows'
import { forgetLastRead, writeLastRead } from './last-read'
import { openReadingKey, type ReadingAccess } from './reading-access'

/** Storage errors are recognised by their names, as browsers and Dexie give them. Anything else is a bug. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && /(?<!Type|Reference|Range)Error$/.test(error.name)

/**
 * What this device remembers of reading. If storage is refused, reading goes on, and the reader is told when something
 * should have been stored.
 */
export const useReadingStore = defineStore('reading', () => {
  const open = inject(openReadingKey)
  if (!open) throw new Error('the app remembers no reading')
  const isRefused = ref(false)
  let opened: Promise<ReadingAccess> | undefined
  const use = (): Promise<ReadingAccess> =>
    (opened ??= open().catch((error: unknown) => {
      // Try again next time: its code may have failed to load.
      opened = undefined
      throw error
    }))

  const attempt = async <Value>(call: (access: ReadingAccess) => Promise<Value>): Promise<Value | undefined> => {
    const access = await use().catch(() => undefined)
    if (!access) {
      isRefused.value = true
      return undefined
    }
    try {
      return await call(access)
    } catch (error) {
      if (!isRefusal(error)) throw error
      isRefused.value = true
      return undefined
    }
  }

  return {
    isRefused,
    placeIn: (key: ArticleKey) => attempt((access) => access.place(key)),
    writePlace: async (place: ReadingPlace): Promise<void> => {
      writeLastRead(place)
      await attempt((access) => access.writePlaces([place]))
    },
    places: async (): Promise<readonly ReadingPlace[]> => (await attempt((access) => access.places())) ?? [],
    /** Forgets places. The article read last is no longer offered either. */
    deletePlaces: async (places: readonly ReadingPlace[]): Promise<void> => {
      places.forEach(forgetLastRead)
      await attempt((access) => access.deletePlaces(places))
    },
    restorePlaces: async (places: readonly ReadingPlace[]): Promise<void> => {
      await attempt((access) => access.writePlaces(places))
    },
    bookmarkOf: (key: ArticleKey) => attempt((access) => access.bookmark(key)),
    /** Resolves to whether it was stored. */
    writeBookmark: async (bookmark: Bookmark): Promise<boolean> =>
      (await attempt(async (access) => {
        await access.writeBookmark(bookmark)
        return true
      })) ?? false,
    bookmarks: async (): Promise<readonly Bookmark[]> => (await attempt((access) => access.bookmarks())) ?? [],
    deleteBookmark: async (key: ArticleKey): Promise<void> => {
      await attempt((access) => access.deleteBookmark(key))
    },
  }
})
