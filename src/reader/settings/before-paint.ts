import { applySettings } from './apply-settings'
import { devicePreferences, onPreferencesChange } from './device-preferences'
import { settingsKey } from './settings-key'

/**
 * A script of its own that runs in `<head>` before anything is painted. Writes the stored settings to `<html>`, and
 * again when another tab or the device changes them. Everything else about settings is loaded on demand.
 */
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

apply()
onPreferencesChange(apply)
addEventListener('storage', ({ key }) => {
  if (key === settingsKey || key === null) apply()
})
