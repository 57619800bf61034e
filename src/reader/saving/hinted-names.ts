import { readDevice, writeDevice } from '../ui/device-storage'

/**
 * Which issues are saved, in localStorage: a hint that lets a page from the network open without loading the database.
 * The database is the truth; a wrong hint costs one lookup. An issue that is hinted but missing in the database was
 * lost.
 */
const storageKey = 'banmian:saved'

/** The hinted issues as they are stored, `paper/issue`. */
export const hintedNames = (): string[] => (readDevice(storageKey) ?? '').split(' ').filter(Boolean)

/** Without the hint, every opening asks the network first. */
export const writeHintedNames = (names: readonly string[]): void => void writeDevice(storageKey, names.join(' '))

export const hasSavedHint = (): boolean => hintedNames().length > 0
