import { keepPlace } from './kept-place'

/** The app's page anew, at the same address and the same line. */
export const reloadInPlace = (): void => {
  keepPlace()
  location.reload()
}

const key = 'banmian:reloaded'
/** Two reloads for one reason within this time would be a loop. */
const loopMs = 30_000

/** Reloads once for a piece of the app that is gone from the server; a second time soon after it is left to be seen. */
export const reloadOnce = (): boolean => {
  const last = Number(sessionStorage.getItem(key) ?? 0)
  if (Date.now() - last < loopMs) return false
  sessionStorage.setItem(key, String(Date.now()))
  reloadInPlace()
  return true
}
