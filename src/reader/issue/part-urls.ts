import type { PartName } from '@/bundle/ids'
import type { OpenIssue, PartUrl } from './issue-source'

/** What is read, and has not arrived. */
const pending = new Set<Promise<unknown>>()

/** How long a printer waits for parts, milliseconds. */
const patienceMs = 15_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const allArrived = async (): Promise<void> => {
  // What is being drawn asks for its parts in this task.
  await pause(0)
  while (pending.size > 0) await Promise.allSettled(pending)
  // By then it is shown.
  await pause(0)
}

/** Resolves once every part that was asked for has arrived or failed, or is too late; for printing. */
export const partsArrived = (): Promise<void> => Promise.race([allArrived(), pause(patienceMs)])

interface Held {
  readonly url: Promise<string>
  holders: number
}

/**
 * URLs of an issue's parts, each of verified bytes: what a browser shows under it can be nothing else. Whoever asks for a part
 * that another still holds gets the same URL; it is revoked when nobody holds it.
 * @param read the verified bytes of a part
 */
export const createPartUrls = (read: (name: PartName) => Promise<Uint8Array<ArrayBuffer>>): OpenIssue['partUrl'] => {
  const held = new Map<PartName, Held>()
  const start = (name: PartName): Held => {
    const url = read(name).then((bytes) => URL.createObjectURL(new Blob([bytes])))
    const settled = url.catch(() => undefined).finally(() => pending.delete(settled))
    pending.add(settled)
    return { url, holders: 0 }
  }
  return async (name): Promise<PartUrl> => {
    const own = held.get(name) ?? start(name)
    held.set(name, own)
    own.holders++
    const drop = (): void => {
      if (--own.holders === 0 && held.get(name) === own) held.delete(name)
    }
    try {
      const url = await own.url
      let isReleased = false
      const release = (): void => {
        if (isReleased) return
        isReleased = true
        drop()
        if (own.holders === 0) URL.revokeObjectURL(url)
      }
      return { url, release }
    } catch (error) {
      // Asked again, it is read again.
      drop()
      throw error
    }
  }
}
