import { computed, ref } from 'vue'
import { useMedia } from '../ui/use-media'

/** Room for two pages side by side. */
export const spreadRoom = '(width >= 100rem), ((orientation: landscape) and (width >= 64rem) and (height >= 36rem))'

/** Whether two pages lie open, as far as the reader wants it and the screen has the room. */
export const useSpread = () => {
  const isWanted = ref(false)
  const hasRoom = useMedia(spreadRoom)
  return {
    hasRoom,
    isSpread: computed(() => isWanted.value && hasRoom.value),
    toggle: () => (isWanted.value = !isWanted.value),
  }
}
