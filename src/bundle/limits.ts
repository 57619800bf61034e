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
