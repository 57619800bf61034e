import { ArchiveError } from './archive-fault'

/** Bytes of a check, in front of everything that is read by itself. */
export const checkBytes = 4

const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A sum over bytes, 32 bits: against accidents, not against somebody who makes an index. */
export const sumOf = (bytes: Uint8Array, seed: number): number => {
  let sum = mix(seed ^ bytes.length)
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return mix(sum)
}

/**
 * The seed of a place: bytes of another index, of another file or from another place of it have another sum.
 * @param seed of the segment
 */
export const seedAt = (seed: number, file: string, at: number): number => {
  let mixed = seed
  for (const character of file) mixed = mix(mixed ^ (character.codePointAt(0) ?? 0))
  return mix(mix(mixed ^ (at % 2 ** 32)) ^ Math.floor(at / 2 ** 32))
}

/** The bytes with their check in front. */
export const withCheck = (bytes: Uint8Array, seed: number): Uint8Array<ArrayBuffer> => {
  const checked = new Uint8Array(checkBytes + bytes.length)
  new DataView(checked.buffer).setUint32(0, sumOf(bytes, seed), true)
  checked.set(bytes, checkBytes)
  return checked
}

/** What stands behind the check. @throws ArchiveError `damaged` if it is something else than was written there */
export const checkedBytes = (checked: Uint8Array, seed: number, file: string): Uint8Array => {
  const bytes = checked.subarray(checkBytes)
  const view = new DataView(checked.buffer, checked.byteOffset, checked.byteLength)
  if (checked.length < checkBytes || view.getUint32(0, true) !== sumOf(bytes, seed))
    throw new ArchiveError({ kind: 'damaged', file })
  return bytes
}
