import { receivedCache } from '@/library/worker-names'

/** Files that reach the app from outside: shared to it, or opened with it. Either way may be missing in a browser. */

/** The file that was shared to the app. Deleted from the cache, so it is returned once. */
export const takeReceivedFile = async (): Promise<Blob | undefined> => {
  if (!('caches' in globalThis)) return undefined
  const cache = await caches.open(receivedCache)
  const [request] = await cache.keys()
  const response = request && (await cache.match(request))
  if (!request || !response) return undefined
  await cache.delete(request)
  return response.blob()
}

const isFile = (value: unknown): value is Blob => value instanceof Blob

/** Calls back with every file that the system opens with the app (Chromium's LaunchQueue). */
export const onLaunchedFile = (open: (file: Blob) => void): void => {
  const queue: unknown = Reflect.get(globalThis, 'launchQueue')
  const setConsumer: unknown = typeof queue === 'object' && queue !== null && Reflect.get(queue, 'setConsumer')
  if (typeof setConsumer !== 'function') return
  Reflect.apply(setConsumer, queue, [
    async (launch: { readonly files?: readonly { readonly getFile?: () => Promise<unknown> }[] }) => {
      for (const handle of launch.files ?? []) {
        const file = await handle.getFile?.()
        if (isFile(file)) open(file)
      }
    },
  ])
}
