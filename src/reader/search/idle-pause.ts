import type { Pause } from '@/library/saved-texts'

/** Milliseconds before other tasks get their turn; well within a frame. */
const sliceMs = 8

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })

const idle = (): Promise<void> =>
  typeof requestIdleCallback === 'function'
    ? new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 200 }))
    : new Promise((resolve) => setTimeout(resolve, 1))

/** Cached texts are searched in slices; building a text waits until the browser is idle. */
export const createIdlePause = (): Pause => {
  let since = performance.now()
  return async (weight) => {
    if (weight === 'light' && performance.now() - since < sliceMs) return
    await (weight === 'heavy' ? idle() : nextTask())
    since = performance.now()
  }
}
