/**
 * Paths below the app's base on which its pages, its service worker and the web manifest that the press writes agree.
 * Installed apps keep their manifest for a while, so these never change.
 */

/** The library's view. */
export const libraryPath = 'library'
/** Where the system posts a file that another app shares to this one; only the worker answers there. */
export const receivePath = `${libraryPath}/receive`
/** Field of that form. */
export const receivedField = 'file'
/** Folder of the paper's data. */
export const dataPath = 'data/'
