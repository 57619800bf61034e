/**
 * Names on which the app's pages, its service worker and the web manifest that the press writes agree. A page and a
 * worker of different versions meet, and installed apps keep their manifest for a while: a name that was released never
 * changes.
 */

/** Path of the library's view, below the app's base. */
export const libraryPath = 'library'
/** Where the system posts a file that another app shares to this one; only the worker answers there. */
export const receivePath = `${libraryPath}/receive`
/** Field of that form. */
export const receivedField = 'file'
/** Cache in which a received file waits for the library's view. */
export const receivedCache = 'banmian-received'

/** Folder of the paper's data, below the app's base. */
export const dataPath = 'data/'

/** Tag of the periodic sync that saves the newest issue. */
export const morningSaveTag = 'newest-issue'

/**
 * Type of the message by which a new version asks a page whether it still works; the page answers `true` over its port.
 */
export const livenessQuestion = 'ARE_YOU_ALIVE'
/** Type of the message by which a page lets a waiting version take over. Workbox's own (`messageSkipWaiting`). */
export const skipWaitingOrder = 'SKIP_WAITING'

/** Whether what was posted is a message of the type. */
export const isMessageOf = (type: string, posted: unknown): boolean =>
  typeof posted === 'object' && posted !== null && Reflect.get(posted, 'type') === type
