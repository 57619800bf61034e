import { bigramsOf } from '@/text/bigrams'

/** How well a title fits each article of a page, 0 to 1. */
export type Affinity = (title: string) => readonly number[]

/**
 * The share of a title's pairs of characters that an article's text holds. A pair that many articles of the page hold (the
 * event all of them report) weighs little, one that few hold weighs much.
 */
export const affinityAmong = (articleTexts: readonly string[]): Affinity => {
  const pairsOf = articleTexts.map(bigramsOf)
  const weightOf = (pair: string): number => 1 / Math.max(1, pairsOf.filter((pairs) => pairs.has(pair)).length)
  return (title) => {
    const weighted = [...bigramsOf(title)].map((pair) => [pair, weightOf(pair)] as const)
    const all = weighted.reduce((sum, [, weight]) => sum + weight, 0)
    return pairsOf.map((pairs) =>
      all === 0 ? 0 : weighted.reduce((sum, [pair, weight]) => sum + (pairs.has(pair) ? weight : 0), 0) / all,
    )
  }
}
