import { computed, onMounted, onScopeDispose, provide, readonly, ref, watch, type Ref } from 'vue'
import { barRoomKey } from '../page/bar-room'
import { useHeight } from '../ui/use-height'
import { useMedia } from '../ui/use-media'

/** A screen on which bars take a share of what is read; the same in the styles of the views. */
const lowScreen = '(width < 40rem), ((width < 60rem) and (height < 30rem))'
/** A bar with the keyboard's focus, or with a question in it, stays. */
const held = '.top :focus-visible, .foot :focus-visible, .bar :focus-visible, .top .status'

export interface Bars {
  readonly root: Readonly<Ref<HTMLElement | null>>
  /** Above the panes: it is measured, and so is what is at the foot of the page. */
  readonly top: Readonly<Ref<HTMLElement | null>>
  readonly foot: Readonly<Ref<HTMLElement | null>>
  /** Whether a page is shown between them. */
  readonly isPageShown: () => boolean
  /** Changes whenever something else is read: then the bars are there. */
  readonly place: () => unknown
}

/**
 * Bars of a phone: they lie over the page, which begins below them, and go away by a transform alone while somebody reads down, so that
 * nothing of what is read moves or is laid out again.
 */
export const useBars = ({ root, top, foot, isPageShown, place }: Bars) => {
  const isLow = useMedia(lowScreen)
  const topHeight = useHeight(top)
  const footHeight = useHeight(foot)
  const isOver = computed(() => isLow.value && isPageShown() && topHeight.value > 0 && footHeight.value > 0)
  const room = computed(() =>
    isOver.value ? { screenTop: topHeight.value, screenFoot: footHeight.value } : { screenTop: 0, screenFoot: 0 },
  )
  provide(barRoomKey, room)

  const isAway = ref(false)
  const isMoving = ref(false)
  let goBack = (): void => {}
  let ended = new AbortController()
  const attach = async (signal: AbortSignal): Promise<void> => {
    const { attachBarMotion } = await import('../ui/bar-motion')
    if (signal.aborted || !root.value) return
    goBack = attachBarMotion({
      root: root.value,
      held,
      screenBar: () => topHeight.value,
      move: (isGone) => (isAway.value = isGone),
      signal,
    })
    isMoving.value = true
  }
  const follow = (low: boolean): void => {
    ended.abort()
    isAway.value = isMoving.value = false
    goBack = () => {}
    ended = new AbortController()
    if (low) void attach(ended.signal)
  }
  onMounted(() => watch(isLow, follow, { immediate: true }))
  watch(place, () => goBack())
  onScopeDispose(() => ended.abort())
  return {
    isOver,
    isAway: readonly(isAway),
    /** Whether they follow the hand by now. */
    isMoving: readonly(isMoving),
    /** Lengths for the styles. */
    lengths: computed(() =>
      isOver.value
        ? {
            '--bar-top': `${topHeight.value}px`,
            '--bar-foot': `${footHeight.value}px`,
            '--bar-shift': `0 ${topHeight.value}px`,
          }
        : {},
    ),
  }
}
