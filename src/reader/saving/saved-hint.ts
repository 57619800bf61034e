/**
 * Which issues are saved, in localStorage: a hint that lets a page from the network open without loading the database. The
 * database is the truth; a hint that is wrong costs a look into it, nothing more.
 */
const key = 'banmian:saved'

/** `localStorage`, or nothing where the browser forbids it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

const nameOf = (paper: string, issue: string): string => `${paper}/${issue}`

const read = (): string[] => (storage()?.getItem(key) ?? '').split(' ').filter(Boolean)

const write = (names: readonly string[]): void => {
  try {
    storage()?.setItem(key, names.join(' '))
  } catch (error) {
    // Full or forbidden: without the hint every opening looks into the database first.
    if (!(error instanceof DOMException)) throw error
  }
}

export const isHintedSaved = (paper: string, issue: string): boolean => read().includes(nameOf(paper, issue))

export const hasSavedHint = (): boolean => read().length > 0

export const setSavedHint = (paper: string, issue: string, isSaved: boolean): void => {
  const others = read().filter((name) => name !== nameOf(paper, issue))
  write(isSaved ? [...others, nameOf(paper, issue)] : others)
}
