/** Keys are below this; the lower half of one is its fingerprint in a slot. */
const keys = 2 ** 52

/** Stands for a character that a shorter n-gram has not. */
const none = 0x110000

/** Where an n-gram stands: anywhere in an article, in its title block, or in the name of a page. Added to its first character. */
export const termFields = { article: 0, titles: 0x200000, section: 0x400000 } as const
export type TermField = Exclude<keyof typeof termFields, 'section'>

/** The key of an n-gram of folded characters, the first with its field, 52 bits. Two n-grams may have the same key, about one pair in an archive of 30 million. */
export const termKey = (first: number, second = none, third = none): number => {
  let high = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b)
  high = Math.imul(high ^ (high >>> 15) ^ second, 0x85ebca6b)
  high = Math.imul(high ^ (high >>> 15) ^ third, 0x85ebca6b)
  let low = Math.imul(first ^ 0x7f4a7c15, 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 13) ^ second, 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 13) ^ third, 0xc2b2ae35)
  high = Math.imul(high ^ (high >>> 16) ^ low, 0x27d4eb2f)
  low = Math.imul(low ^ (low >>> 16) ^ (high >>> 13), 0x165667b1)
  high ^= high >>> 15
  low ^= low >>> 16
  return (high >>> 12) * 2 ** 32 + (low >>> 0)
}

/** The slot of a key among `slots`; ascending with the key. */
export const slotOf = (key: number, slots: number): number => Math.floor((key / keys) * slots)

/** What tells the terms of a slot apart: 32 bits. */
export const fingerprintOf = (key: number): number => key % 2 ** 32
