import * as v from 'valibot'
import type { ArticleId, PaperId } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import type { LibraryDb } from './library-db'
import { bookmark, readingPlace, type Bookmark, type ReadingPlace } from './reading-rows'
import type { ArticleRowKey } from './row-keys'

/** Names an article in the library. */
export interface ArticleKey extends IssueKey {
  readonly article: ArticleId
}

/** How many articles are remembered. */
export const maxReadings = 300

const rowKeyOf = ({ paper, issue, article }: ArticleKey): ArticleRowKey => [paper, issue, article]

/** Stored rows are untrusted: invalid ones are ignored. */
const decoded = <Row>(schema: v.GenericSchema<unknown, Row>, rows: readonly unknown[]): Row[] =>
  rows.flatMap((row) => {
    const result = v.safeParse(schema, row)
    return result.success ? [result.output] : []
  })

/** Where the reader left the article; undefined if it was never opened. */
export const readPlace = async (db: LibraryDb, key: ArticleKey): Promise<ReadingPlace | undefined> =>
  decoded(readingPlace, [await db.readings.get(rowKeyOf(key))])[0]

/** Remembers places, and forgets the least recently read ones. */
export const writePlaces = (db: LibraryDb, places: readonly ReadingPlace[]): Promise<void> =>
  db.transaction('rw', db.readings, async () => {
    await db.readings.bulkPut([...places])
    const count = await db.readings.count()
    if (count <= maxReadings) return
    const oldest = await db.readings
      .orderBy('readAt')
      .limit(count - maxReadings)
      .primaryKeys()
    await db.readings.bulkDelete(oldest)
  })

/** Articles of a paper that were read, most recent first. */
export const listPlaces = async (db: LibraryDb, paper: PaperId): Promise<ReadingPlace[]> =>
  decoded(readingPlace, await db.readings.orderBy('readAt').reverse().toArray()).filter((one) => one.paper === paper)

export const deletePlaces = (db: LibraryDb, keys: readonly ArticleKey[]): Promise<void> =>
  db.readings.bulkDelete(keys.map(rowKeyOf))

export const readBookmark = async (db: LibraryDb, key: ArticleKey): Promise<Bookmark | undefined> =>
  decoded(bookmark, [await db.bookmarks.get(rowKeyOf(key))])[0]

export const writeBookmark = async (db: LibraryDb, row: Bookmark): Promise<void> => {
  await db.bookmarks.put(row)
}

/** Bookmarks of a paper, newest first. */
export const listBookmarks = async (db: LibraryDb, paper: PaperId): Promise<Bookmark[]> =>
  decoded(bookmark, await db.bookmarks.orderBy('markedAt').reverse().toArray()).filter((one) => one.paper === paper)

export const deleteBookmark = (db: LibraryDb, key: ArticleKey): Promise<void> => db.bookmarks.delete(rowKeyOf(key))
