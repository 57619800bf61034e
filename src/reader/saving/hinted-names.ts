/**
 * Which issues are saved, in localStorage: a hint that lets a page from the network open without loading the database.
 * The database is the truth; a wrong hint costs one lookup. An issue that is hinted but missing in the database was
 * lost.
 */
const storageKey = 'banmian:saved'

/** `localStorage`; undefined if the browser forbids it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

/** The hinted issues as they are stored, `paper/issue`. */
export const hintedNames = (): string[] => (storage()?.getItem(storageKey) ?? '').split(' ').filter(Boolean)

export const writeHintedNames = (names: readonly string[]): void => {
  try {
    storage()?.setItem(storageKey, names.join(' '))
  } catch (error) {
    // Storage is full or forbidden: without the hint, every opening asks the database first.
    if (!(error instanceof DOMException)) throw error
  }
}

export const hasSavedHint = (): boolean => hintedNames().length > 0
