import { receivedCache } from '@/library/worker-names'

/** Files that reach the app from outside: shared to it, or opened with it. Either way may be missing in a browser. */

/** The cache in which they wait; undefined where the browser has none, or forbids it. */
const received = async (): Promise<Cache | undefined> => {
  try {
    return await globalThis.caches?.open(receivedCache)
  } catch {
    return undefined
  }
}

/** The files that were shared to the app. Deleted from the cache, so they are returned once. */
export const takeReceivedFiles = async (): Promise<readonly Blob[]> => {
  const cache = await received()
  if (!cache) return []
  const files: Blob[] = []
  for (const request of await cache.keys()) {
    const response = await cache.match(request)
    await cache.delete(request)
    if (response) files.push(await response.blob())
  }
  return files
}

/** A file that the system opens with the app, as far as it is known. */
interface LaunchedFile {
  readonly name?: string
  readonly getFile?: () => Promise<unknown>
}

/** A file that is gone, or may not be read, counts as an empty one, so that something is said of it too. */
const fileOf = async (handle: LaunchedFile): Promise<Blob> => {
  const file = await handle.getFile?.().catch(() => undefined)
  return file instanceof Blob ? file : new File([], handle.name ?? '')
}

/** Calls back with the files that the system opens with the app (Chromium's LaunchQueue). */
export const onLaunchedFiles = (open: (files: readonly Blob[]) => void): void => {
  const queue: unknown = Reflect.get(globalThis, 'launchQueue')
  const setConsumer: unknown = typeof queue === 'object' && queue !== null && Reflect.get(queue, 'setConsumer')
  if (typeof setConsumer !== 'function') return
  Reflect.apply(setConsumer, queue, [
    async ({ files = [] }: { readonly files?: readonly LaunchedFile[] }) => {
      if (files.length > 0) open(await Promise.all(files.map(fileOf)))
    },
  ])
}
