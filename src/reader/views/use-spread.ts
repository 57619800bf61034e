import { computed, onMounted, onScopeDispose, ref } from 'vue'

/** Room for two pages side by side. */
export const spreadRoom = '(width >= 100rem), ((orientation: landscape) and (width >= 64rem) and (height >= 36rem))'

/** Whether two pages lie open, as far as the reader wants it and the screen has the room. */
export const useSpread = () => {
  const isWanted = ref(false)
  const hasRoom = ref(false)
  const ended = new AbortController()
  onMounted(() => {
    const query = matchMedia(spreadRoom)
    hasRoom.value = query.matches
    query.addEventListener('change', ({ matches }) => (hasRoom.value = matches), { signal: ended.signal })
  })
  onScopeDispose(() => ended.abort())
  return {
    hasRoom,
    isSpread: computed(() => isWanted.value && hasRoom.value),
    toggle: () => (isWanted.value = !isWanted.value),
  }
}
