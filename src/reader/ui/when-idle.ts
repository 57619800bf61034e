/**
 * Fallback delay for browsers that don't report when they are idle, or never are; long enough to finish what the reader
 * did.
 */
const patienceMs = 800

/** Calls back once the browser is idle. Returns a function that cancels it. */
export const whenIdle = (act: () => void): (() => void) => {
  if (typeof window !== 'object') return () => {}
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(act, { timeout: patienceMs })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(act, patienceMs)
  return () => clearTimeout(timer)
}
