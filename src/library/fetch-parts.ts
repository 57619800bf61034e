import type { PartEntry } from '@/bundle/issue'

export interface PartFetching {
  /** Fetches and verifies a part; reports the bytes received so far. */
  readonly fetchPart: (entry: PartEntry, onBytes: (bytes: number) => void) => Promise<Uint8Array<ArrayBuffer>>
  readonly keep: (entry: PartEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Reports the bytes of all parts so far. */
  readonly onBytes: (bytes: number) => void
  readonly signal: AbortSignal
}

/** How many parts are fetched at a time. */
const parallelParts = 4

/**
 * Fetches parts, several at a time, and keeps each. If one fails, the parts already on their way are kept before this
 * fails.
 */
export const fetchParts = async (
  parts: readonly PartEntry[],
  { fetchPart, keep, onBytes, signal }: PartFetching,
): Promise<void> => {
  const waiting = [...parts]
  const received = new Map<PartEntry, number>()
  let most = 0
  const report = (): void => {
    const sum = [...received.values()].reduce((total, bytes) => total + bytes, 0)
    // Fetching a part again must not move the progress bar backwards.
    most = Math.max(most, sum)
    onBytes(most)
  }
  const worker = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      signal.throwIfAborted()
      const own = entry
      const bytes = await fetchPart(own, (count) => {
        // The count may exceed the size in issue.json; never report more than that.
        received.set(own, Math.min(own.bytes, count))
        report()
      })
      await keep(own, bytes)
      received.set(own, own.bytes)
      report()
    }
  }
  const guarded = async (): Promise<void> => {
    try {
      await worker()
    } finally {
      // After a failure the other workers finish their part and take no more.
      waiting.length = 0
    }
  }
  report()
  const ends = await Promise.allSettled(Array.from({ length: parallelParts }, guarded))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  signal.throwIfAborted()
}
