/** `localStorage`; undefined if the browser forbids it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

export const readDevice = (key: string): string | undefined => storage()?.getItem(key) ?? undefined

/**
 * Stores a short text on the device, or removes it. If storage is full or forbidden, nothing is stored: only hints are
 * written here.
 */
export const writeDevice = (key: string, text: string | undefined): void => {
  try {
    if (text === undefined) storage()?.removeItem(key)
    else storage()?.setItem(key, text)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
