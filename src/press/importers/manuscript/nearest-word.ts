/** Levenshtein distance: insertions, deletions and substitutions of single characters. */
const distanceOf = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, character] of [...one].entries()) {
    const next = [at + 1]
    for (let index = 0; index < other.length; index++)
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (other[index] === character ? 0 : 1),
        ),
      )
    row = next
  }
  return row[other.length] ?? 0
}

/** The known word that was probably meant by a misspelt one. */
export const nearestWord = (word: string, known: readonly string[]): string | undefined => {
  const most = Math.max(2, word.length / 3)
  const [nearest] = known
    // Each letter more or less is a difference: a long text is compared with nothing.
    .filter((candidate) => Math.abs(candidate.length - word.length) <= most)
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .sort((a, b) => a.distance - b.distance)
  return nearest && nearest.distance <= most ? nearest.candidate : undefined
}
