import { defineStore } from 'pinia'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { applySettings } from './apply-settings'
import { devicePreferences } from './device-preferences'
import {
  decodeSettings,
  defaultSettings,
  encodeSettings,
  withChoice,
  type SettingName,
  type Settings,
} from './settings'
import { settingsKey } from './settings-key'

const readStored = (): string | null => {
  try {
    return localStorage.getItem(settingsKey)
  } catch (error) {
    // The browser forbids storage, so nothing was ever stored.
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Returns whether it was stored; false if the browser has no space or allows no storage. */
const writeStored = (value: Settings): boolean => {
  try {
    localStorage.setItem(settingsKey, encodeSettings(value))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

/** The reader's settings, stored on the device and kept in step with other tabs. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef(decodeSettings(readStored()))
  const isKept = ref(true)

  const set = (next: Settings): void => {
    settings.value = next
    isKept.value = writeStored(next)
    applySettings(document.documentElement, next, devicePreferences())
  }
  const choose = (name: SettingName, choice: string): void => set(withChoice(settings.value, name, choice))
  const restore = (): void => set(defaultSettings)

  // `before-paint.ts` listens too, and updates the attributes.
  const follow = ({ key }: StorageEvent): void => {
    if (key === settingsKey || key === null) settings.value = decodeSettings(readStored())
  }
  addEventListener('storage', follow)
  onScopeDispose(() => removeEventListener('storage', follow))

  return { settings, isKept, choose, restore }
})
