import { restorePlace } from './kept-place'
import { registerWorker } from './register-worker'
import { reloadOnce } from './reload'
import type { WaitingUpdate } from './shell-store'

/** What the shell reports to the app. */
export interface ShellState {
  waiting: WaitingUpdate | undefined
  isIncomplete: boolean
}

/** Maximum time that leaving a page may take. */
const leavingMs = 10_000

/**
 * Starts what belongs to the app rather than to a page, once the first page is on screen: the service worker, updates,
 * the scroll position after a reload.
 */
export const startShell = (base: string, state: ShellState): void => {
  restorePlace()
  let leftAt = 0
  addEventListener('beforeunload', () => (leftAt = Date.now()))
  // A chunk of this version that is no longer on the server: reload the page in place. Not while the page is being
  // left, because that also cancels loads.
  addEventListener('vite:preloadError', (event) => {
    if (Date.now() - leftAt > leavingMs && reloadOnce()) event.preventDefault()
  })
  if ('serviceWorker' in navigator)
    void registerWorker(base, {
      onWaiting: (update) => (state.waiting = update),
      onIncomplete: (isIncomplete) => (state.isIncomplete = isIncomplete),
    })
}
