import { receivedCache } from '@/library/worker-names'

/** Files that reach the app from outside: shared to it, or opened with it. Either way may be missing in a browser. */

/** The files that were shared to the app. Deleted from the cache, so they are returned once. */
export const takeReceivedFiles = async (): Promise<readonly Blob[]> => {
  if (!('caches' in globalThis)) return []
  const cache = await caches.open(receivedCache)
  const files: Blob[] = []
  for (const request of await cache.keys()) {
    const response = await cache.match(request)
    await cache.delete(request)
    if (response) files.push(await response.blob())
  }
  return files
}

const isFile = (value: unknown): value is Blob => value instanceof Blob

/** Calls back with the files that the system opens with the app (Chromium's LaunchQueue). */
export const onLaunchedFiles = (open: (files: readonly Blob[]) => void): void => {
  const queue: unknown = Reflect.get(globalThis, 'launchQueue')
  const setConsumer: unknown = typeof queue === 'object' && queue !== null && Reflect.get(queue, 'setConsumer')
  if (typeof setConsumer !== 'function') return
  Reflect.apply(setConsumer, queue, [
    async (launch: { readonly files?: readonly { readonly getFile?: () => Promise<unknown> }[] }) => {
      const files = await Promise.all((launch.files ?? []).map((handle) => handle.getFile?.()))
      open(files.filter(isFile))
    },
  ])
}
