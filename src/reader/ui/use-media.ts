import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Whether a media query matches. False until the component is mounted, and on a server. */
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
