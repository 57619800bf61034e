/**
 * Which issues are saved, in localStorage: a hint that lets a page from the network open without loading the database.
 * The database is the truth; a wrong hint costs one lookup. An issue that is hinted but missing in the database was
 * lost.
 */
const key = 'banmian:saved'

/** `localStorage`; undefined if the browser forbids it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

const nameOf = (paper: string, issue: string): string => `${paper}/${issue}`

/** The hinted issues as `paper/issue`. */
export const hintedNames = (): string[] => (storage()?.getItem(key) ?? '').split(' ').filter(Boolean)

const write = (names: readonly string[]): void => {
  try {
    storage()?.setItem(key, names.join(' '))
  } catch (error) {
    // Storage is full or forbidden: without the hint, every opening asks the database first.
    if (!(error instanceof DOMException)) throw error
  }
}

export const isHintedSaved = (paper: string, issue: string): boolean => hintedNames().includes(nameOf(paper, issue))

export const hasSavedHint = (): boolean => hintedNames().length > 0

export const setSavedHint = (paper: string, issue: string, isSaved: boolean): void => {
  const others = hintedNames().filter((name) => name !== nameOf(paper, issue))
  write(isSaved ? [...others, nameOf(paper, issue)] : others)
}
