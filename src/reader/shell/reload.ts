import { readDevice, writeDevice } from '../ui/device-storage'
import { keepPlace } from './kept-place'

/** Reloads the page at the same address and scroll position. */
export const reloadInPlace = (): void => {
  keepPlace()
  location.reload()
}

const key = 'banmian:reloaded'
/** Two reloads for the same reason within this time would be a loop. */
const loopMs = 30_000

/**
 * Reloads once if a chunk of the app is gone from the server. Returns false if it did so a moment ago, or can't
 * remember that it did, so that the error becomes visible.
 */
export const reloadOnce = (): boolean => {
  const last = Number(readDevice(key, 'sessionStorage') ?? 0)
  if (Math.abs(Date.now() - last) < loopMs) return false
  if (!writeDevice(key, String(Date.now()), 'sessionStorage')) return false
  reloadInPlace()
  return true
}
