import { defineStore } from 'pinia'
import { ref } from 'vue'

/**
 * The result opened last, as `paper/issue/article`: going back from its article scrolls to it. So many hits of the archive were listed
 * then.
 */
export const useSearchStore = defineStore('search', () => ({ lastOpened: ref<string>(), archived: ref(0) }))
