import { computed, provide, readonly, ref, watch, type Ref } from 'vue'
import { barRoomKey } from '../page/bar-room'
import { useHeight } from '../ui/use-height'
import { useMedia } from '../ui/use-media'
import { followScroll } from './scroll-direction'

/** A screen on which bars take a share of what is read; the same in the styles of the views. */
export const lowScreen = '(width < 40rem), ((width < 60rem) and (height < 30rem))'

export interface Bars {
  /** Above the panes: it is measured, and so is what is at the foot of the page. */
  readonly top: Readonly<Ref<HTMLElement | null>>
  readonly foot: Readonly<Ref<HTMLElement | null>>
  /** Whether a page is shown between them. */
  readonly isPageShown: () => boolean
  /** Changes whenever something else is read: then the bars are there. */
  readonly place: () => unknown
}

/** A bar with the keyboard's focus, or with a question in it, stays. */
const isHeld = (root: Element): boolean =>
  root.querySelector('.top :focus-visible, .foot :focus-visible, .bar :focus-visible, .top .status') !== null

/**
 * Bars of a phone: they lie over the page, which begins below them, and go away by a transform alone while somebody reads down, so that
 * nothing of what is read moves or is laid out again. Only a hand makes them go: where a screen reader or a key scrolls, they stay.
 */
export const useBars = ({ top, foot, isPageShown, place }: Bars) => {
  const isLow = useMedia(lowScreen)
  const topHeight = useHeight(top)
  const footHeight = useHeight(foot)
  const isOver = computed(() => isLow.value && isPageShown() && topHeight.value > 0 && footHeight.value > 0)
  const room = computed(() =>
    isOver.value ? { screenTop: topHeight.value, screenFoot: footHeight.value } : { screenTop: 0, screenFoot: 0 },
  )
  provide(barRoomKey, room)

  const isAway = ref(false)
  let isByHand = false
  const follows = new WeakMap<Element, ReturnType<typeof followScroll>>()
  const scrolled = ({ target, currentTarget }: Event): void => {
    if (!(target instanceof HTMLElement) || !(currentTarget instanceof Element) || !isLow.value) return
    if (target.dataset['keepPlace'] === undefined) return
    const follow = follows.get(target) ?? followScroll(() => topHeight.value)
    follows.set(target, follow)
    const move = follow({ screenTop: target.scrollTop, screenMost: target.scrollHeight - target.clientHeight })
    if (move === 'back') isAway.value = false
    else if (move === 'away' && isByHand && !isHeld(currentTarget)) isAway.value = true
  }
  const show = (): void => void (isAway.value = false)
  // What opens at the place where it was left scrolls by itself.
  watch(place, () => {
    show()
    isByHand = false
  })
  return {
    isOver,
    isAway: readonly(isAway),
    /** Lengths for the styles. */
    lengths: computed(() =>
      isOver.value ? { '--bar-top': `${topHeight.value}px`, '--bar-foot': `${footHeight.value}px` } : {},
    ),
    scrolled,
    touched: () => void (isByHand = true),
    keyed: () => void (isByHand = false),
    focused: ({ currentTarget }: Event): void => {
      if (currentTarget instanceof Element && isHeld(currentTarget)) show()
    },
  }
}
