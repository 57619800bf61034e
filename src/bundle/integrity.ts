import * as v from 'valibot'
import { BundleError } from './fault'
import { sha256, type PartName, type Sha256 } from './ids'
import type { PartEntry } from './issue'

/** SHA-256 in lower-case hex. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return v.parse(sha256, Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}

/** Whether a part's name contains the beginning of its digest. [B5] */
export const isNamedByContent = (name: PartName, digest: Sha256): boolean =>
  digest.startsWith(name.split('.')[1] ?? '-')

/**
 * Returns the bytes if they are what issue.json promises. [B5]
 * @throws BundleError `wrong-digest`
 */
export const verifyPart = async (
  entry: PartEntry,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (bytes.byteLength !== entry.bytes || (await digestOf(bytes)) !== entry.sha256)
    throw new BundleError({ kind: 'wrong-digest', file: entry.name })
  return bytes
}
