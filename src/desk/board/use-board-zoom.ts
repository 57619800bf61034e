import { computed, nextTick, ref, shallowRef, watch, type Ref } from 'vue'
import type { Box } from '@/bundle/geometry'
import { scaleOf, scrollAfterZoom, steppedScale, type BoardRoom, type BoardZoom } from './board-zoom'
import type { PageExtent } from './outline-edit'

/** Room around what is brought into view, CSS pixels. */
const screenMargin = 24

/** Zoom and scrolling of the board: the browser scrolls, the scale says how large the page is in it. */
export const useBoardZoom = (scroller: Readonly<Ref<HTMLElement | null>>, page: () => PageExtent) => {
  const zoom = ref<BoardZoom>('width')
  const room = shallowRef<BoardRoom>({ screenWidth: 0, screenHeight: 0 })
  /** CSS pixels for a pixel of the page; undefined before the board is measured. */
  const scale = computed(() => scaleOf(zoom.value, page(), room.value))

  // A page without a picture has no scroller.
  watch(
    scroller,
    (element, _, onCleanup) => {
      if (!element) return
      const observer = new ResizeObserver(([entry]) => {
        // Of the box without its scrollbars, whose room is kept by the stylesheet.
        if (entry) room.value = { screenWidth: entry.contentRect.width, screenHeight: entry.contentRect.height }
      })
      observer.observe(element)
      onCleanup(() => observer.disconnect())
    },
    { immediate: true, flush: 'post' },
  )

  /** @param at the place of the room that stays where it is, in CSS pixels; its middle if not given */
  const zoomTo = async (
    next: BoardZoom,
    at?: { readonly screenX: number; readonly screenY: number },
  ): Promise<void> => {
    const before = scale.value
    zoom.value = next
    const after = scale.value
    const element = scroller.value
    if (!element || before === undefined || after === undefined) return
    const { screenX, screenY } = at ?? { screenX: element.clientWidth / 2, screenY: element.clientHeight / 2 }
    const left = scrollAfterZoom(element.scrollLeft, screenX, after / before)
    const top = scrollAfterZoom(element.scrollTop, screenY, after / before)
    await nextTick()
    element.scrollTo({ left, top, behavior: 'instant' })
  }
  const step = (steps: number, at?: { readonly screenX: number; readonly screenY: number }): void => {
    if (scale.value === undefined) return
    // From what is shown, which may be less than what was asked for.
    void zoomTo(steppedScale(scale.value, steps), at)
  }

  /** With Ctrl or ⌘ the wheel zooms, as in every editor of pictures; a pinch on a touchpad comes as that too. */
  const onWheel = (event: WheelEvent): void => {
    const element = scroller.value
    if (!element || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    const { left, top } = element.getBoundingClientRect()
    const steps = Math.max(-1, Math.min(1, -event.deltaY / 60))
    step(steps, { screenX: event.clientX - left, screenY: event.clientY - top })
  }

  /** Scrolls so that a box of the page is in view; not at all if it is. */
  const show = (box: Box): void => {
    const element = scroller.value
    const factor = scale.value
    if (!element || factor === undefined) return
    const along = (from: number, length: number, screenScroll: number, screenLength: number): number => {
      const [start, end] = [from * factor - screenMargin, (from + length) * factor + screenMargin]
      if (start >= screenScroll && end <= screenScroll + screenLength) return screenScroll
      return end - start > screenLength ? start : (start + end - screenLength) / 2
    }
    element.scrollTo({
      left: along(box.x, box.width, element.scrollLeft, element.clientWidth),
      top: along(box.y, box.height, element.scrollTop, element.clientHeight),
      behavior: 'instant',
    })
  }

  return { zoom, scale, zoomTo, step, onWheel, show }
}
