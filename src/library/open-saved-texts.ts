import type { PaperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import type { LibraryDb } from './library-db'
import { createSavedTexts, type ReadSavedTexts } from './saved-texts'
import { createTextCache } from './text-cache'

/** Opens the texts of the saved issues, with this browser's cache. Loads Dexie. */
export const openSavedTexts = (db: LibraryDb, signingOf: (paper: PaperId) => PaperSigning): ReadSavedTexts =>
  createSavedTexts(db, createTextCache(), signingOf)
