import { getCurrentInstance, onMounted, readonly, ref, type Ref } from 'vue'

/**
 * Whether the component being set up takes over HTML that a server drew: then it must draw the same at first, and nothing that
 * only the browser knows.
 */
export const isTakenOver = (): boolean => {
  const element = getCurrentInstance()?.vnode.el
  return element !== null && element !== undefined
}

/**
 * Whether what only the browser knows may be shown: what is saved, settings, the size of the screen. At once in a browser that
 * draws for itself; after the first frame where HTML of a server is taken over; never on a server.
 */
export const useBrowserKnowledge = (): Readonly<Ref<boolean>> => {
  const isKnown = ref(typeof document === 'object' && !isTakenOver())
  onMounted(() => (isKnown.value = true))
  return readonly(isKnown)
}
