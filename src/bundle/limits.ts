import { BundleError } from './fault'

const MB = 1024 * 1024

/** The largest files that a reader accepts; enforced while streaming and before parsing. [B16] */
export const limits = {
  catalogBytes: 1 * MB,
  issueJsonBytes: 4 * MB,
  signatureBytes: 64,
  pagePartBytes: 2 * MB,
  imageBytes: 64 * MB,
  issueBytes: 2048 * MB,
} as const

/**
 * How many items the lists of one file may have in all, by the name of the list and wherever it stands: far more than any paper
 * prints, and few enough to be read and drawn at once. [B16]
 */
export const listLimits: Readonly<Record<string, number>> = {
  regions: 20_000,
  parts: 20_000,
  pieces: 2_000,
  blocks: 10_000,
  leaves: 20_000,
  marks: 10_000,
  frames: 5_000,
  runs: 20_000,
  lines: 20_000,
  titles: 5_000,
  plates: 2_000,
  jumps: 2_000,
  furniture: 2_000,
  grounds: 5_000,
  places: 180_000,
}

/**
 * Returns a parsed file if none of its lists is too long; it is not decoded yet, so whatever it contains is walked through once.
 * @throws BundleError `too-many`
 */
export const withinLists = (raw: unknown, file: string): unknown => {
  const counts = new Map<string, number>()
  const waiting: unknown[] = [raw]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null) continue
      waiting.push(inner)
      const limit = Array.isArray(inner) && Object.hasOwn(listLimits, name) ? listLimits[name] : undefined
      if (limit === undefined || !Array.isArray(inner)) continue
      const count = (counts.get(name) ?? 0) + inner.length
      if (count > limit) throw new BundleError({ kind: 'too-many', file, list: name, limit })
      counts.set(name, count)
    }
  }
  return raw
}

/** The limit for a part, by the extension of its name. */
export const limitOfPart = (name: string): number => (name.endsWith('.json') ? limits.pagePartBytes : limits.imageBytes)

/**
 * Reads a stream to its end, but stops as soon as it exceeds `limitBytes`.
 * @throws BundleError `too-large`
 */
export const readWithin = async (
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const received: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.byteLength
    if (length > limitBytes) throw new BundleError({ kind: 'too-large', file, limitBytes })
    received.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of received) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
