import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Script } from './script'

/** The script that the text is shown in; none where it is shown as printed, or its table is not here yet. */
export const useScriptStore = defineStore('script', () => ({ script: shallowRef<Script>() }))
