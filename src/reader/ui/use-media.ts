import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Whether the screen answers a media query; no before the view is mounted, as on a server. */
export const useMedia = (query: string): Readonly<Ref<boolean>> => {
  const isMatching = ref(false)
  const ended = new AbortController()
  onMounted(() => {
    const list = matchMedia(query)
    isMatching.value = list.matches
    list.addEventListener('change', ({ matches }) => (isMatching.value = matches), { signal: ended.signal })
  })
  onScopeDispose(() => ended.abort())
  return readonly(isMatching)
}
