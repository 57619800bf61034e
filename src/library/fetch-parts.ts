import type { PartEntry } from '@/bundle/issue'

export interface PartFetching {
  /** A part, verified; tells of bytes as they come. */
  readonly fetchPart: (entry: PartEntry, onBytes: (bytes: number) => void) => Promise<Uint8Array<ArrayBuffer>>
  readonly keep: (entry: PartEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Bytes of all parts so far; of a part that failed none count. */
  readonly onBytes: (bytes: number) => void
  readonly signal: AbortSignal
}

/** So many parts are on their way at once. */
const parallelParts = 4

/** Fetches parts, some at a time, and keeps each. One that fails ends the whole; those on their way are kept first. */
export const fetchParts = async (
  parts: readonly PartEntry[],
  { fetchPart, keep, onBytes, signal }: PartFetching,
): Promise<void> => {
  const waiting = [...parts]
  const received = new Map<PartEntry, number>()
  let most = 0
  const report = (): void => {
    const sum = [...received.values()].reduce((total, bytes) => total + bytes, 0)
    // A part that is fetched anew never moves the bar backwards.
    most = Math.max(most, sum)
    onBytes(most)
  }
  const worker = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      signal.throwIfAborted()
      const own = entry
      const bytes = await fetchPart(own, (count) => {
        // A server may count otherwise than issue.json: never more than the whole.
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
      // One failed: the others finish the part they have and take up nothing more.
      waiting.length = 0
    }
  }
  report()
  const ends = await Promise.allSettled(Array.from({ length: parallelParts }, guarded))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  signal.throwIfAborted()
}
