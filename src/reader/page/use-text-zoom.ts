import { onMounted, ref, type Ref } from 'vue'

/** Large enough that no browser's least size of type touches it. */
const probePixels = 200

/**
 * How much the phone, or WeChat, enlarges type: 1.3 where a size of 100 px is drawn at 130. The article obeys it; a set page,
 * whose lines were counted, takes it back and is zoomed as a whole instead.
 */
export const useTextZoom = (): Readonly<Ref<number>> => {
  const zoom = ref(1)
  onMounted(() => {
    const probe = document.createElement('div')
    probe.style.cssText = `position:absolute;visibility:hidden;inline-size:1em;font-size:${probePixels}px`
    document.body.append(probe)
    const drawn = probe.getBoundingClientRect().width / probePixels
    probe.remove()
    if (drawn > 0) zoom.value = drawn
  })
  return zoom
}
