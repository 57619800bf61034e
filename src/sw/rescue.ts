/// <reference lib="webworker" />
import { livenessQuestion } from '@/library/worker-names'

/** How long a page may take to say that it lives. */
const patienceMs = 4000

const isAlive = (client: Client): Promise<boolean> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(true)
    setTimeout(() => resolve(false), patienceMs)
    client.postMessage({ type: livenessQuestion }, [port2])
  })

/**
 * Whether this new version should take over without being asked: pages of the version before are being looked at and none of them
 * answers, so nobody is reading and nobody could be asked. A version that broke can't lock anyone out.
 */
export const isRescueNeeded = async (worker: ServiceWorkerGlobalScope): Promise<boolean> => {
  if (!worker.registration.active) return false
  // A page in the background may be frozen and can't answer: only those that somebody looks at are asked.
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const pages = all.filter(({ visibilityState }) => visibilityState === 'visible')
  if (pages.length === 0) return false
  return !(await Promise.all(pages.map(isAlive))).includes(true)
}

/** Loads the pages anew that the broken version left behind. */
export const reloadPages = async (worker: ServiceWorkerGlobalScope): Promise<void> => {
  const pages = await worker.clients.matchAll({ type: 'window' })
  await Promise.all(pages.map((page) => page.navigate(page.url)))
}
