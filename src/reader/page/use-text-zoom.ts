import { onMounted, ref, type Ref } from 'vue'

/** Large enough to be unaffected by a browser's minimum type size. */
const probePixels = 200

/**
 * How much the phone or WeChat enlarges type: 1.3 if a size of 100 px is drawn at 130. Articles follow it. A typeset
 * page, whose lines were broken by the press, undoes it and is zoomed as a whole instead.
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
