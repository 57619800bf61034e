import type { InjectionKey } from 'vue'
import type { ArticleKey } from '@/library/reading-records'
import type { Bookmark, ReadingPlace } from '@/library/reading-rows'

/** What this device remembers of reading: places in articles, and bookmarks. */
export interface ReadingAccess {
  readonly place: (key: ArticleKey) => Promise<ReadingPlace | undefined>
  readonly writePlaces: (places: readonly ReadingPlace[]) => Promise<void>
  readonly places: () => Promise<ReadingPlace[]>
  readonly deletePlaces: (keys: readonly ArticleKey[]) => Promise<void>
  readonly bookmark: (key: ArticleKey) => Promise<Bookmark | undefined>
  readonly writeBookmark: (bookmark: Bookmark) => Promise<void>
  readonly bookmarks: () => Promise<Bookmark[]>
  readonly deleteBookmark: (key: ArticleKey) => Promise<void>
}

/** Loads reading access on first use, and the database with it. */
export type OpenReading = () => Promise<ReadingAccess>

export const openReadingKey: InjectionKey<OpenReading> = Symbol('reading')
