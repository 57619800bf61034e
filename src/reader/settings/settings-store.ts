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
    // A browser that forbids storage: nothing was ever kept.
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Whether it is kept; not where the browser has no room or allows no storage. */
const writeStored = (value: Settings): boolean => {
  try {
    localStorage.setItem(settingsKey, encodeSettings(value))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

/** What the reader set, kept on the device; other tabs follow, and this one follows them. */
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

  // The attributes follow by `before-paint.ts`, which listens too.
  const follow = ({ key }: StorageEvent): void => {
    if (key === settingsKey || key === null) settings.value = decodeSettings(readStored())
  }
  addEventListener('storage', follow)
  onScopeDispose(() => removeEventListener('storage', follow))

  return { settings, isKept, choose, restore }
})
