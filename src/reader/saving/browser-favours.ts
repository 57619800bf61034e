/**
 * Asks that the library is not cleared when the device runs short. Asked once something is saved: a browser that asks the person
 * does so at a moment when the reason is plain. Firefox answers when the person does, which may be never: nothing waits for it.
 */
export const askToPersist = async (): Promise<void> => {
  const storage: StorageManager | undefined = navigator.storage
  if (storage && !(await storage.persisted?.())) await storage.persist?.()
}

/** The number of unread issues on the app's icon, where icons show one. */
export const showUnread = async (count: number): Promise<void> => {
  try {
    await (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())
  } catch (error) {
    // Not installed, or not allowed: the library shows it too.
    if (!(error instanceof DOMException)) throw error
  }
}
