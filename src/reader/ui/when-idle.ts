/** Long enough after what the reader did, where the browser does not say when it is idle or is never. */
const patienceMs = 800

/** Calls once the browser has nothing to do; gives what takes it back. */
export const whenIdle = (act: () => void): (() => void) => {
  if (typeof window !== 'object') return () => {}
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(act, { timeout: patienceMs })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(act, patienceMs)
  return () => clearTimeout(timer)
}
