/**
 * Fallback delay for browsers that don't report when they are idle, or never are; long enough to finish what the reader
 * did.
 */
const patienceMs = 800

/** Calls back once the browser is idle, but not before a pause is over. Returns a function that cancels it. */
export const whenIdle = (act: () => void, pauseMs = 0): (() => void) => {
  if (typeof window !== 'object') return () => {}
  if (pauseMs > 0) {
    let cancel = (): void => clearTimeout(pause)
    const pause = setTimeout(() => (cancel = whenIdle(act)), pauseMs)
    return () => cancel()
  }
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(act, { timeout: patienceMs })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(act, patienceMs)
  return () => clearTimeout(timer)
}
