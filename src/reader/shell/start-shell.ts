import { restorePlace } from './kept-place'
import { registerWorker } from './register-worker'
import { reloadOnce } from './reload'
import type { WaitingUpdate } from './shell-store'

/** What the shell tells the app. */
export interface ShellState {
  waiting: WaitingUpdate | undefined
}

/** A page may be left so slowly. */
const leavingMs = 10_000

/** Begins what the app does as an app, once its first page stands: the worker, updates, the place kept over a reload. */
export const startShell = (base: string, state: ShellState): void => {
  restorePlace()
  let leftAt = 0
  addEventListener('beforeunload', () => (leftAt = Date.now()))
  // A piece of this version that no server has any more: the page is loaded anew, where it was. A page that is being left drops
  // what it was loading, too: it is not called back.
  addEventListener('vite:preloadError', (event) => {
    if (Date.now() - leftAt > leavingMs && reloadOnce()) event.preventDefault()
  })
  if ('serviceWorker' in navigator) void registerWorker(base, (update) => (state.waiting = update))
}
