import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** A new version that waits until the reader takes it. */
export interface WaitingUpdate {
  readonly take: () => void
}

/** The app itself: whether a newer version is waiting or none could be kept, and the browser's install prompt. */
export const useShellStore = defineStore('shell', () => {
  const waiting = shallowRef<WaitingUpdate>()
  const install = shallowRef<() => void>()
  /** The site did not give out all the files of the app: it can't be kept for a time without a network. */
  const isIncomplete = shallowRef(false)
  return { waiting, install, isIncomplete }
})
