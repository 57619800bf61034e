/** Key of the settings in localStorage. */
export const settingsKey = 'banmian:settings'
