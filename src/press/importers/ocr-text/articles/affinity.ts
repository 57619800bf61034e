import { bigramsOf } from '@/text/bigrams'

/** How well a text, such as a title or a caption, fits each article of a page, 0 to 1. */
export type Affinity = (text: string) => readonly number[]

/**
 * The share of a text's pairs of characters that an article has too. A pair weighs the less, the more articles of the
 * page have it: the name of the event that all of them report says little.
 */
export const affinityAmong = (articleTexts: readonly string[]): Affinity => {
  const pairsOf = articleTexts.map(bigramsOf)
  const weightOf = (pair: string): number => 1 / Math.max(1, pairsOf.filter((pairs) => pairs.has(pair)).length)
  return (text) => {
    const weighted = [...bigramsOf(text)].map((pair) => [pair, weightOf(pair)] as const)
    const all = weighted.reduce((sum, [, weight]) => sum + weight, 0)
    return pairsOf.map((pairs) =>
      all === 0 ? 0 : weighted.reduce((sum, [pair, weight]) => sum + (pairs.has(pair) ? weight : 0), 0) / all,
    )
  }
}
