import { Workbox } from 'workbox-window'
import { isMessageOf, livenessQuestion } from '@/library/worker-names'
import { reloadInPlace } from './reload'
import { createScriptUrlPolicy } from './script-url'
import type { WaitingUpdate } from './shell-store'

/**
 * Another tab activated the new version: reload as soon as this tab is hidden, so that no page runs with two versions.
 */
const followWhenUnseen = (): void => {
  const follow = (): void => {
    if (document.visibilityState === 'hidden') reloadInPlace()
  }
  document.addEventListener('visibilitychange', follow)
  follow()
}

const lookForUpdate = async (workbox: Workbox): Promise<void> => {
  try {
    await workbox.update()
  } catch {
    // No network at the moment; tries again when the app comes to the front.
    return
  }
}

export interface WorkerEvents {
  /** A newer version is waiting. */
  readonly onWaiting: (update: WaitingUpdate) => void
  /** No version could be installed, because the site does not give out all the files that belong to it. */
  readonly onIncomplete: () => void
}

/**
 * Registers the service worker after the page has loaded, and reports when a newer version is waiting. When the reader
 * takes it, the page reloads at the same place; never without being asked to.
 */
export const registerWorker = async (base: string, { onWaiting, onIncomplete }: WorkerEvents): Promise<void> => {
  // A new version asks whether anybody is reading. This page is, otherwise it would not answer.
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (isMessageOf(livenessQuestion, data)) ports[0]?.postMessage(true)
  })
  const trusted = createScriptUrlPolicy('banmian-worker')
  const workbox = new Workbox(trusted(`${base}sw.js`), { scope: base })
  let isTaken = false
  const hadController = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isTaken) reloadInPlace()
    else if (hadController) followWhenUnseen()
  })
  workbox.addEventListener('waiting', () =>
    onWaiting({
      take: () => {
        isTaken = true
        workbox.messageSkipWaiting()
      },
    }),
  )
  try {
    const registration = await workbox.register()
    registration?.installing?.addEventListener('statechange', ({ target }) => {
      const isRefused = target instanceof ServiceWorker && target.state === 'redundant'
      if (isRefused && !registration.active) onIncomplete()
    })
  } catch {
    // Refused, as in a private window or an embedded browser: the reader goes on without offline support.
    return
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForUpdate(workbox)
  })
}
