import { onScopeDispose, watch } from 'vue'

/**
 * Keeps the screen on while `isWanted`. The system releases the lock when the page is hidden, so it is requested again
 * later.
 */
export const useWakeLock = (isWanted: () => boolean): void => {
  let held: WakeLockSentinel | undefined
  let asked = 0
  const release = (): void => {
    asked++
    void held?.release()
    held = undefined
  }
  const take = async (): Promise<void> => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return
    const own = ++asked
    try {
      const lock = await navigator.wakeLock.request('screen')
      if (own === asked) held = lock
      else void lock.release()
    } catch (error) {
      // Refused, for example on a low battery: reading goes on, and the screen may turn off.
      if (!(error instanceof DOMException)) throw error
    }
  }
  const renew = (): void => {
    if (isWanted()) void take()
  }
  watch(isWanted, (wanted) => (wanted ? void take() : release()), { immediate: true })
  document.addEventListener('visibilitychange', renew)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', renew)
    release()
  })
}
