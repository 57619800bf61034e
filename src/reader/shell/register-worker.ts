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
  /** Whether no version can be kept, because the site does not give out all the files that belong to it. */
  readonly onIncomplete: (isIncomplete: boolean) => void
}

/** Pauses before a first version that could not be kept is tried again, milliseconds: a host may be in the middle of a release. */
const retryPausesMs = [5000, 60_000]

/** Reports what becomes of a first version, and tries again if it could not be kept. */
const followFirst = (
  { installing, active }: ServiceWorkerRegistration,
  register: () => Promise<ServiceWorkerRegistration>,
  onIncomplete: WorkerEvents['onIncomplete'],
  [pauseMs, ...later]: readonly number[] = retryPausesMs,
): void => {
  if (active || !installing) return
  installing.addEventListener('statechange', () => {
    if (installing.state === 'activated') onIncomplete(false)
    if (installing.state !== 'redundant') return
    onIncomplete(true)
    if (pauseMs === undefined) return
    setTimeout(async () => {
      const registration = await register().catch(() => undefined)
      if (registration) followFirst(registration, register, onIncomplete, later)
    }, pauseMs)
  })
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
  const url = trusted(`${base}sw.js`)
  const workbox = new Workbox(url, { scope: base })
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
    if (registration)
      followFirst(registration, () => navigator.serviceWorker.register(url, { scope: base }), onIncomplete)
  } catch {
    // Refused, as in a private window or an embedded browser: the reader goes on without offline support.
    return
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForUpdate(workbox)
  })
}
