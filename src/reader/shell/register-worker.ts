import { Workbox } from 'workbox-window'
import { isMessageOf, livenessQuestion } from '@/library/worker-names'
import { reloadInPlace } from './reload'
import type { WaitingUpdate } from './shell-store'

/** Another tab took the new version: this one follows as soon as nobody looks at it, so that no page runs between two versions. */
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
    // No network just now; the next time the app comes to the front it asks again.
    return
  }
}

/**
 * Registers the service worker, after the page has loaded; tells when a newer version waits. Taken, the new version reloads the
 * page at the same place, never without the reader's word.
 */
export const registerWorker = async (base: string, onWaiting: (update: WaitingUpdate) => void): Promise<void> => {
  // A new version asks whether anybody is reading: this page is, or it would not answer.
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (isMessageOf(livenessQuestion, data)) ports[0]?.postMessage(true)
  })
  const workbox = new Workbox(`${base}sw.js`, { scope: base })
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
    await workbox.register()
  } catch {
    // Refused, as in a private window or an embedded browser: the reader reads on, from the network.
    return
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForUpdate(workbox)
  })
}
