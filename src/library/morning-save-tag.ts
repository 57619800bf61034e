/** Name of the periodic sync that saves the newest issue: the reader registers it, the service worker answers to it. */
export const morningSaveTag = 'newest-issue'
