import type { WaitingUpdate } from './shell-store'

/**
 * Registers the service worker where there is one, after the page has loaded; tells when a newer version waits. Taken, the new
 * version reloads the page, never without the reader's word.
 */
export const registerWorker = async (base: string, onWaiting: (update: WaitingUpdate) => void): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox(`${base}sw.js`, { scope: base })
  workbox.addEventListener('waiting', () =>
    onWaiting({
      take: () => {
        workbox.addEventListener('controlling', () => location.reload())
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
    if (document.visibilityState === 'visible') void workbox.update()
  })
}
