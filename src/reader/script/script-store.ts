import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Script } from './script'

/** The script that text is shown in; undefined if it is shown as printed, or if the table is still loading. */
export const useScriptStore = defineStore('script', () => ({ script: shallowRef<Script>() }))
