import { followScroll } from './scroll-direction'

export interface BarMotionOptions {
  /** Everything that scrolls is below it; a scroller that counts has `data-keep-place`. */
  readonly root: HTMLElement
  /** Selector of what keeps the bars where they are: the keyboard's focus in them, a question. */
  readonly held: string
  /** Height of the bars at the top, screen pixels. */
  readonly screenBar: () => number
  readonly move: (isAway: boolean) => void
  readonly signal: AbortSignal
}

/**
 * Bars that go while a hand reads down, and return on its way up. Where a screen reader or a key scrolls, and where something opens at the
 * place where it was left, they stay.
 * @returns a function to call when something else is read: the bars return, until a hand comes again
 */
export const attachBarMotion = ({ root, held, screenBar, move, signal }: BarMotionOptions): (() => void) => {
  let isByHand = false
  const isHeld = (): boolean => root.querySelector(held) !== null
  const follows = new WeakMap<Element, ReturnType<typeof followScroll>>()
  const scrolled = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || target.dataset['keepPlace'] === undefined) return
    const follow = follows.get(target) ?? followScroll(screenBar)
    follows.set(target, follow)
    const said = follow({ screenTop: target.scrollTop, screenMost: target.scrollHeight - target.clientHeight })
    if (said === 'back') move(false)
    else if (said === 'away' && isByHand && !isHeld()) move(true)
  }
  const touched = (): void => void (isByHand = true)
  root.addEventListener('scroll', scrolled, { capture: true, passive: true, signal })
  for (const name of ['pointerdown', 'wheel'])
    root.addEventListener(name, touched, { capture: true, passive: true, signal })
  root.addEventListener('keydown', () => void (isByHand = false), { capture: true, signal })
  root.addEventListener('focusin', () => isHeld() && move(false), { signal })
  return () => {
    isByHand = false
    move(false)
  }
}
