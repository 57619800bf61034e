/** Where settings are kept in localStorage. */
export const settingsKey = 'banmian:settings'
