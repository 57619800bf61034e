import { computed, ref } from 'vue'
import { useMedia } from '../ui/use-media'

/** Screens with room for two pages next to each other. */
export const spreadRoom = '(width >= 100rem), ((orientation: landscape) and (width >= 64rem) and (height >= 36rem))'

/**
 * Whether two pages are shown next to each other: if the reader wants it and the screen has the room.
 * @param isFree whether no open article needs the room of one of them
 */
export const useSpread = (isFree: () => boolean) => {
  const isWanted = ref(false)
  const hasRoom = useMedia(spreadRoom)
  return {
    hasRoom,
    isSpread: computed(() => isWanted.value && hasRoom.value && isFree()),
    toggle: () => (isWanted.value = !isWanted.value),
  }
}
