const letters = (text: string): string[] =>
  [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one))

/** Pairs of neighbouring letters or digits; marks, spaces and widths do not count. */
export const bigramsOf = (text: string): Set<string> => {
  const characters = letters(text)
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** Dice coefficient of the two texts' bigrams: 0 nothing shared, 1 the same pairs. */
export const similarityOf = (one: string, other: string): number => {
  const [a, b] = [bigramsOf(one), bigramsOf(other)]
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
