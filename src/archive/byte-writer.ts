/** The counterpart of `ByteReader`. */
export interface ByteWriter {
  readonly u32: (value: number) => void
  readonly varint: (value: number) => void
  readonly bits: (value: number, count: number) => void
  readonly ones: (count: number) => void
  readonly bytes: (bytes: Uint8Array) => void
  /** What was written since the last time. */
  readonly done: () => Uint8Array<ArrayBuffer>
}

export const createByteWriter = (): ByteWriter => {
  let buffer = new Uint8Array(64)
  let length = 0
  let bitsLeft = 0
  const push = (value: number): void => {
    if (length === buffer.length) {
      const larger = new Uint8Array(length * 2)
      larger.set(buffer)
      buffer = larger
    }
    buffer[length++] = value
    bitsLeft = 0
  }
  const bit = (value: number): void => {
    if (bitsLeft === 0) {
      push(0)
      bitsLeft = 8
    }
    bitsLeft--
    buffer[length - 1] = (buffer[length - 1] ?? 0) | (value << bitsLeft)
  }
  return {
    u32: (value) => {
      for (let shift = 0; shift < 32; shift += 8) push((value >>> shift) & 0xff)
    },
    varint: (value) => {
      let left = value
      for (; left >= 0x80; left = Math.floor(left / 0x80)) push((left % 0x80) | 0x80)
      push(left)
    },
    bits: (value, count) => {
      for (let shift = count - 1; shift >= 0; shift--) bit((value >>> shift) & 1)
    },
    ones: (count) => {
      for (let index = 0; index < count; index++) bit(1)
      bit(0)
    },
    bytes: (bytes) => bytes.forEach(push),
    done: () => {
      const done = buffer.slice(0, length)
      length = 0
      bitsLeft = 0
      return done
    },
  }
}
