import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The result that was opened last, by `paper/issue/article`: Back from its article leads to it. */
export const useSearchStore = defineStore('search', () => ({ lastOpened: ref<string>() }))
