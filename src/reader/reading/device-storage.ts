/** `localStorage`, or nothing where the browser forbids it. */
const storage = (): Storage | undefined => {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

export const readDevice = (key: string): string | undefined => storage()?.getItem(key) ?? undefined

/** Keeps a small text on the device. Full or forbidden, it is simply not kept: only hints are written here. */
export const writeDevice = (key: string, text: string | undefined): void => {
  try {
    if (text === undefined) storage()?.removeItem(key)
    else storage()?.setItem(key, text)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
