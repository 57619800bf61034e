import { applySettings } from './apply-settings'
import { devicePreferences, onPreferencesChange } from './device-preferences'
import { settingsKey } from './settings-key'

/**
 * A script of its own, run in `<head>` before anything is painted: puts what is stored on `<html>`, and again when another tab
 * or the device changes it. Everything else about settings is loaded when it is asked for.
 */
const readStored = (): object => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(settingsKey) ?? '{}')
    return typeof stored === 'object' && stored !== null ? stored : {}
  } catch {
    // Damaged, or a browser that forbids storage: the page opens as it would for anyone.
    return {}
  }
}

const apply = (): void => applySettings(document.documentElement, readStored(), devicePreferences())

apply()
onPreferencesChange(apply)
addEventListener('storage', ({ key }) => {
  if (key === settingsKey || key === null) apply()
})
