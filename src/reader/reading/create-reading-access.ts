import type { PaperId } from '@/bundle/ids'
import { LibraryDb } from '@/library/library-db'
import {
  deleteBookmark,
  deletePlaces,
  listBookmarks,
  listPlaces,
  readBookmark,
  readPlace,
  writeBookmark,
  writePlaces,
} from '@/library/reading-records'
import type { ReadingAccess } from './reading-access'

/** What is remembered in this browser's library of a paper's articles. */
export const createReadingAccess = (paper: PaperId, db = new LibraryDb()): ReadingAccess => ({
  place: (key) => readPlace(db, key),
  writePlaces: (places) => writePlaces(db, places),
  places: () => listPlaces(db, paper),
  deletePlaces: (keys) => deletePlaces(db, keys),
  bookmark: (key) => readBookmark(db, key),
  writeBookmark: (bookmark) => writeBookmark(db, bookmark),
  bookmarks: () => listBookmarks(db, paper),
  deleteBookmark: (key) => deleteBookmark(db, key),
})
