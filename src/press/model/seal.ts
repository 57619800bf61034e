import type { PartEntry } from '@/bundle/issue'
import { digestOf } from '@/bundle/integrity'
import { partName } from '@/bundle/ids'
import { parse } from 'valibot'

/** A file of the issue, named after its content. */
export interface SealedPart {
  readonly entry: PartEntry
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Name and role of a part; `ending` is without the dot. */
export interface PartLabel {
  readonly stem: string
  readonly ending: string
  readonly role: string
  /** Pixels of an image. */
  readonly width?: number
  readonly height?: number
  /** Hex digits of the SHA-256 in the name: more than eight where there are thousands of one stem. */
  readonly digits?: number
}

/** Names a part after the first hex digits of its SHA-256: `page-01.9f3c2a71.json`. [B5] */
export const seal = async (
  { stem, ending, role, width, height, digits = 8 }: PartLabel,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SealedPart> => {
  const sha256 = await digestOf(bytes)
  const name = parse(partName, `${stem}.${sha256.slice(0, digits)}.${ending}`)
  return {
    entry: {
      name,
      role,
      bytes: bytes.byteLength,
      sha256,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
    },
    bytes,
  }
}
