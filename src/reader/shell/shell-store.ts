import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A new version that waits for the reader's word. */
export interface WaitingUpdate {
  readonly take: () => void
}

/** The browser's own question whether the app should be installed, kept until somebody asks for it. */
export interface InstallPrompt {
  readonly show: () => void
}

/** The app itself: whether a newer version waits, and whether the browser would install it. */
export const useShellStore = defineStore('shell', () => {
  const waiting = shallowRef<WaitingUpdate>()
  const install = shallowRef<InstallPrompt>()
  return { waiting, install }
})
