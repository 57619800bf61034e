import type { Clipping } from '../passages/clipping'
import { mostSharing } from './thresholds'

/**
 * Texts by their seeds: on a long page most pairs have none in common. A seed of more than `mostSharing` of them counts for nothing: it
 * is a set phrase, as in a list.
 */
export class SeedIndex<Item extends { readonly clipping: Clipping }> {
  readonly #bySeed = new Map<string, Set<Item>>()

  add(item: Item): void {
    for (const seed of item.clipping.seeds) {
      const sharing = this.#bySeed.get(seed) ?? new Set()
      this.#bySeed.set(seed, sharing.add(item))
    }
  }

  remove(item: Item): void {
    for (const seed of item.clipping.seeds) this.#bySeed.get(seed)?.delete(item)
  }

  /** Those that share a seed with this one, which may be one of them. */
  sharing({ clipping }: Item): ReadonlySet<Item> {
    const found = new Set<Item>()
    for (const seed of clipping.seeds) {
      const sharing = this.#bySeed.get(seed)
      if (sharing && sharing.size <= mostSharing) for (const item of sharing) found.add(item)
    }
    return found
  }
}
