/**
 * Names by which the app's pages and its service worker know each other's messages and stores. A page and a worker of
 * different versions meet, so a released name never changes.
 */

/** Cache in which a file that another app shared to this one waits for the library's view. */
export const receivedCache = 'banmian-received'

/** Cache of the pages that the host drew of saved issues; a new version of the worker empties it. */
export const drawnCache = 'banmian-drawn'

/** Tag of the periodic sync that saves the newest issue. */
export const morningSaveTag = 'newest-issue'

/** Type of the message by which a new version asks a page whether it still works; the page answers `true` on its port. */
export const livenessQuestion = 'ARE_YOU_ALIVE'
/** Type of the message by which a page lets a waiting version take over; Workbox's own (`messageSkipWaiting`). */
export const skipWaitingOrder = 'SKIP_WAITING'

/** Whether what was posted is a message of the type. */
export const isMessageOf = (type: string, posted: unknown): boolean =>
  typeof posted === 'object' && posted !== null && Reflect.get(posted, 'type') === type
