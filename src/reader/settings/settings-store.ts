import { defineStore } from 'pinia'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { readDevice, writeDevice } from '../ui/device-storage'
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

/** The reader's settings, stored on the device and kept in step with other tabs. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef(decodeSettings(readDevice(settingsKey) ?? null))
  const isKept = ref(true)

  const set = (next: Settings): void => {
    settings.value = next
    isKept.value = writeDevice(settingsKey, encodeSettings(next))
    applySettings(document.documentElement, next, devicePreferences())
  }
  const choose = (name: SettingName, choice: string): void => set(withChoice(settings.value, name, choice))
  const restore = (): void => set(defaultSettings)

  // `before-paint.ts` listens too, and updates the attributes.
  const follow = ({ key }: StorageEvent): void => {
    if (key === settingsKey || key === null) settings.value = decodeSettings(readDevice(settingsKey) ?? null)
  }
  addEventListener('storage', follow)
  onScopeDispose(() => removeEventListener('storage', follow))

  return { settings, isKept, choose, restore }
})
