import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The result opened last, as `paper/issue/article`: going back from its article scrolls to it. */
export const useSearchStore = defineStore('search', () => ({ lastOpened: ref<string>() }))
