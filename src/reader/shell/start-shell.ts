import { restorePlace } from './kept-place'
import { registerWorker } from './register-worker'
import { reloadOnce } from './reload'
import type { InstallPrompt, WaitingUpdate } from './shell-store'

/** What the shell tells the app. */
export interface ShellState {
  waiting: WaitingUpdate | undefined
  install: InstallPrompt | undefined
}

/** The browser's offer to install, held back until somebody asks for it. Chromium only; its event has no type of its own. */
const holdInstallPrompt = (state: ShellState): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    const prompt: unknown = Reflect.get(event, 'prompt')
    if (typeof prompt !== 'function') return
    state.install = {
      show: () => {
        Reflect.apply(prompt, event, [])
        state.install = undefined
      },
    }
  })
}

/** Begins what the app does as an app, once its first page stands: the worker, updates, installing, the place kept over a reload. */
export const startShell = (base: string, state: ShellState): void => {
  restorePlace()
  // A piece of this version that no server has any more: the page is loaded anew, where it was.
  addEventListener('vite:preloadError', (event) => {
    if (reloadOnce()) event.preventDefault()
  })
  holdInstallPrompt(state)
  if ('serviceWorker' in navigator) void registerWorker(base, (update) => (state.waiting = update))
}
