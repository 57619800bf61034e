const letters = (text: string): string[] =>
  [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one))

/** Pairs of adjacent letters or digits; punctuation, spaces and full or half width make no difference. */
export const bigramsOf = (text: string): Set<string> => {
  const characters = letters(text)
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** Dice coefficient of the bigrams of two texts: 0 if they share none, 1 if all are the same. */
export const similarityOf = (one: string, other: string): number => {
  const [a, b] = [bigramsOf(one), bigramsOf(other)]
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
