import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A new version that waits for the reader's word. */
export interface WaitingUpdate {
  readonly take: () => void
}

/** The app itself: whether a newer version waits, and the browser's question whether to install it. */
export const useShellStore = defineStore('shell', () => {
  const waiting = shallowRef<WaitingUpdate>()
  const install = shallowRef<() => void>()
  return { waiting, install }
})
