/// <reference lib="webworker" />
import { livenessQuestion, skipWaitingOrder } from '@/library/worker-names'

/** How long a page may take to answer. */
const answerTimeoutMs = 4000
/** How long a page may take to start before it is asked. */
const startTimeoutMs = 10_000

const isAlive = (client: Client): Promise<boolean> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(true)
    setTimeout(() => resolve(false), answerTimeoutMs)
    client.postMessage({ type: livenessQuestion }, [port2])
  })

/**
 * Whether this new version should take over without asking: pages of the previous version are visible but none of them
 * answers, so nobody can be reading and nobody could be asked. In this way a broken version can't lock anyone out.
 */
export const isRescueNeeded = async (worker: ServiceWorkerGlobalScope): Promise<boolean> => {
  if (!worker.registration.active) return false
  // Only visible pages are asked: in the background a page may be frozen and unable to answer.
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const pages = all.filter(({ visibilityState }) => visibilityState === 'visible')
  if (pages.length === 0) return false
  return !(await Promise.all(pages.map(isAlive))).includes(true)
}

/** Reloads the pages of the broken version. */
export const reloadPages = async (worker: ServiceWorkerGlobalScope): Promise<void> => {
  const pages = await worker.clients.matchAll({ type: 'window' })
  await Promise.all(pages.map((page) => page.navigate(page.url)))
}

/**
 * Looks after a page that this version has just given out. If it stays silent although it is seen, the version may be broken: its
 * files are mended, and a newer version is looked for, which takes over at once, so that the next visit is well again.
 * @param mend makes the shell's files what they were
 */
export const healIfSilent = async (
  worker: ServiceWorkerGlobalScope,
  pageId: string,
  mend: () => Promise<void>,
): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, startTimeoutMs))
  const page = await worker.clients.get(pageId)
  if (!(page instanceof WindowClient) || page.visibilityState !== 'visible' || (await isAlive(page))) return
  await mend()
  await worker.registration.update().catch(() => undefined)
  worker.registration.waiting?.postMessage({ type: skipWaitingOrder })
}
