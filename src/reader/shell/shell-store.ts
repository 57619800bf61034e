import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A new version that waits until the reader takes it. */
export interface WaitingUpdate {
  readonly take: () => void
}

/** The app itself: whether a newer version is waiting, and the browser's install prompt. */
export const useShellStore = defineStore('shell', () => {
  const waiting = shallowRef<WaitingUpdate>()
  const install = shallowRef<() => void>()
  return { waiting, install }
})
