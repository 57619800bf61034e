/** Whether saving and installing have been offered, in localStorage. */
const key = 'banmian:offered'

/** True if the browser stores nothing: otherwise the offer would come back forever. */
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
    // Not stored: it may be offered again.
    if (!(error instanceof DOMException)) throw error
  }
}
