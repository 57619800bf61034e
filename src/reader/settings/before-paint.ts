import { applySettings } from './apply-settings'
import { devicePreferences, onPreferencesChange } from './device-preferences'
import { settingsKey } from './settings-key'

const readStored = (): object => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(settingsKey) ?? '{}')
    return typeof stored === 'object' && stored !== null ? stored : {}
  } catch {
    // Damaged, or storage is forbidden: the page opens with the defaults.
    return {}
  }
}

const apply = (): void => applySettings(document.documentElement, readStored(), devicePreferences())

/**
 * Writes the stored settings to `<html>`, before anything is painted, and again when another tab or the device changes them.
 * Everything else about settings is loaded on demand.
 */
export const applyBeforePaint = (): void => {
  apply()
  onPreferencesChange(apply)
  addEventListener('storage', ({ key }) => {
    if (key === settingsKey || key === null) apply()
  })
}
