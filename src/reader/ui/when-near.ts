/** As far from the screen as browsers begin to load an image that is loaded lazily; also inside what scrolls by itself. */
const nearby = { rootMargin: '1250px', scrollMargin: '1250px' }

const waiting = new Set<() => void>()

/**
 * Calls `act` once, as soon as the element is near the screen. Returns a function that gives up.
 * @param far called first, if it is not near now
 */
export const whenNear = (element: Element, act: () => void, far?: () => void): (() => void) => {
  const stop = (): void => {
    observer?.disconnect()
    waiting.delete(come)
  }
  const come = (): void => {
    stop()
    act()
  }
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (seen) => (seen.some(({ isIntersecting }) => isIntersecting) ? come() : far?.()),
          nearby,
        )
      : undefined
  waiting.add(come)
  if (observer) observer.observe(element)
  else come()
  return stop
}

/** Everything that waits is taken to be near, as when all of it is printed. */
export const bringAllNear = (): void => {
  for (const come of [...waiting]) come()
}
