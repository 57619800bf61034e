/** A size of type as it was measured, and how many characters have it. */
export interface MeasuredSize {
  readonly size: number
  readonly characters: number
}

/** Sizes that differ by no more are one: ink is measured to a pixel, and lines differ in their tallest character. */
const sameType = 1.1

/**
 * Makes sizes even: the size that most characters have stands for all near it, then that of most of the others, and so on.
 * @returns the even size of a measured one
 */
export const evenSizes = (measured: readonly MeasuredSize[]): ((size: number) => number) => {
  const weights = new Map<number, number>()
  for (const { size, characters } of measured) weights.set(size, (weights.get(size) ?? 0) + characters)
  const left = new Map(weights)
  const even = new Map<number, number>()
  while (left.size > 0) {
    let [best, heaviest] = [0, -1]
    for (const size of left.keys()) {
      let weight = 0
      for (const [other, own] of left)
        if (Math.max(size, other) <= Math.sqrt(sameType) * Math.min(size, other)) weight += own
      if (weight > heaviest) [best, heaviest] = [size, weight]
    }
    const near = [...left].filter(([size]) => Math.max(size, best) <= sameType * Math.min(size, best))
    const all = near.reduce((sum, [, own]) => sum + own, 0)
    const mean = near.reduce((sum, [size, own]) => sum + size * own, 0) / (all || 1)
    for (const [size] of near) {
      even.set(size, Math.round((all > 0 ? mean : best) * 10) / 10)
      left.delete(size)
    }
  }
  return (size) => even.get(size) ?? size
}
