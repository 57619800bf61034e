/**
 * Asks the browser not to clear the library when the device runs low on space. Called once something is saved, so that
 * a browser which asks the reader does so when the reason is plain. Firefox resolves when the reader answers, which may
 * be never, so nothing waits for it.
 */
export const askToPersist = async (): Promise<void> => {
  const storage: StorageManager | undefined = navigator.storage
  try {
    if (storage && !(await storage.persisted?.())) await storage.persist?.()
  } catch {
    // A favour that was not granted: the library is kept for as long as the browser keeps it.
  }
}

/** Shows the number of unread issues on the app's icon, where supported. */
export const showUnread = async (count: number): Promise<void> => {
  try {
    await (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())
  } catch (error) {
    // Not installed, or not allowed: the library shows the number too.
    if (!(error instanceof DOMException)) throw error
  }
}
