/** Whether saving and installing were offered once, in localStorage. */
const key = 'banmian:offered'

/** Where the browser keeps nothing it counts as offered: what can't be remembered would be offered for ever. */
export const wasOffered = (): boolean => {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return true
  }
}

export const setOffered = (): void => {
  try {
    localStorage.setItem(key, '1')
  } catch (error) {
    // No room: it may be offered again.
    if (!(error instanceof DOMException)) throw error
  }
}
