import { restorePlace } from './kept-place'
import { registerWorker } from './register-worker'
import { reloadOnce } from './reload'
import type { WaitingUpdate } from './shell-store'

/** What the shell tells the app. */
export interface ShellState {
  waiting: WaitingUpdate | undefined
}

/** Begins what the app does as an app, once its first page stands: the worker, updates, the place kept over a reload. */
export const startShell = (base: string, state: ShellState): void => {
  restorePlace()
  // A piece of this version that no server has any more: the page is loaded anew, where it was.
  addEventListener('vite:preloadError', (event) => {
    if (reloadOnce()) event.preventDefault()
  })
  if ('serviceWorker' in navigator) void registerWorker(base, (update) => (state.waiting = update))
}
