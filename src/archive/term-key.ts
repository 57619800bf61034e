/** Keys are below this; the lower half of one is its fingerprint in a slot. */
const keys = 2 ** 52

/** The key of an n-gram of folded characters, 52 bits. Two n-grams may have the same key, about one pair in an archive of 30 million. */
export const termKey = (first: number, second?: number, third?: number): number => {
  let high = 0x9e3779b9
  let low = 0x7f4a7c15
  for (const code of [first, second, third]) {
    const value = code === undefined ? 0x110000 : code
    high = Math.imul(high ^ value, 0x85ebca6b)
    high ^= high >>> 15
    low = Math.imul(low ^ value, 0xc2b2ae35) + high
    low ^= low >>> 13
  }
  high = Math.imul(high ^ (low >>> 16), 0x27d4eb2f)
  high ^= high >>> 15
  low = Math.imul(low ^ (high >>> 13), 0x165667b1)
  low ^= low >>> 16
  return (high >>> 12) * 2 ** 32 + (low >>> 0)
}

/** The slot of a key among `slots`; ascending with the key. */
export const slotOf = (key: number, slots: number): number => Math.floor((key / keys) * slots)

/** What tells the terms of a slot apart: 32 bits. */
export const fingerprintOf = (key: number): number => key % 2 ** 32
