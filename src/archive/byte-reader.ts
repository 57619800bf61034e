import { ArchiveError } from './archive-fault'

/** Reads numbers out of bytes that nobody vouches for. */
export interface ByteReader {
  readonly u32: () => number
  /** A number of 7 bits a byte, lowest first; at most 2^42. */
  readonly varint: () => number
  /** `count` bits from the highest down, at most 24; the rest of the last byte is passed over by the next other read. */
  readonly bits: (count: number) => number
  /** Number of one-bits before the next zero-bit. */
  readonly ones: (most: number) => number
  readonly rest: () => Uint8Array
  readonly isAtEnd: () => boolean
}

/** Every read throws `damaged` beyond the end. @param file its name, for the fault */
export const createByteReader = (bytes: Uint8Array, file: string): ByteReader => {
  let at = 0
  let bitsLeft = 0
  const damaged = (): ArchiveError => new ArchiveError({ kind: 'damaged', file })
  const byte = (): number => {
    const value = bytes[at]
    if (value === undefined) throw damaged()
    at++
    bitsLeft = 0
    return value
  }
  const bit = (): number => {
    if (bitsLeft === 0) {
      byte()
      bitsLeft = 8
    }
    bitsLeft--
    return ((bytes[at - 1] ?? 0) >> bitsLeft) & 1
  }
  return {
    u32: () => byte() + byte() * 2 ** 8 + byte() * 2 ** 16 + byte() * 2 ** 24,
    varint: () => {
      let value = 0
      for (let factor = 1; factor <= 2 ** 35; factor *= 2 ** 7) {
        const next = byte()
        value += (next & 0x7f) * factor
        if (next < 0x80) return value
      }
      throw damaged()
    },
    bits: (count) => {
      let value = 0
      for (let index = 0; index < count; index++) value = value * 2 + bit()
      return value
    },
    ones: (most) => {
      let count = 0
      while (bit() === 1) if (++count > most) throw damaged()
      return count
    },
    rest: () => bytes.subarray(at),
    isAtEnd: () => at === bytes.length,
  }
}
