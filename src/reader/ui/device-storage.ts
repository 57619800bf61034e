/**
 * Short texts in this browser's storage: hints and settings, which the reader can do without. A browser may forbid to name its
 * storage, to read it or to write to it, each with an error of its own; then there is nothing in it, and nothing is kept.
 */
type Place = 'localStorage' | 'sessionStorage'

const attempt = <Value>(place: Place, call: (storage: Storage) => Value): Value | undefined => {
  try {
    const storage: Storage | null | undefined = globalThis[place]
    return storage ? call(storage) : undefined
  } catch {
    return undefined
  }
}

export const readDevice = (key: string, place: Place = 'localStorage'): string | undefined =>
  attempt(place, (storage) => storage.getItem(key)) ?? undefined

/** Stores a text, or removes it. @returns whether the browser let it */
export const writeDevice = (key: string, text: string | undefined, place: Place = 'localStorage'): boolean =>
  attempt(place, (storage) => {
    if (text === undefined) storage.removeItem(key)
    else storage.setItem(key, text)
    return true
  }) ?? false

/** Whether the browser lets its storage be read at all. */
export const hasDevice = (): boolean => attempt('localStorage', (storage) => storage.length >= 0) ?? false
