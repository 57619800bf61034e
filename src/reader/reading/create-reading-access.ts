import type { PaperId } from '@/bundle/ids'
import type { Library } from '@/library/open-library'
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

/** Bookmarks and history of a paper's articles, in this browser's library. */
export const createReadingAccess = (paper: PaperId, run: Library['run']): ReadingAccess => ({
  place: (key) => run((db) => readPlace(db, key)),
  writePlaces: (places) => run((db) => writePlaces(db, places)),
  places: () => run((db) => listPlaces(db, paper)),
  deletePlaces: (keys) => run((db) => deletePlaces(db, keys)),
  bookmark: (key) => run((db) => readBookmark(db, key)),
  writeBookmark: (bookmark) => run((db) => writeBookmark(db, bookmark)),
  bookmarks: () => run((db) => listBookmarks(db, paper)),
  deleteBookmark: (key) => run((db) => deleteBookmark(db, key)),
})
