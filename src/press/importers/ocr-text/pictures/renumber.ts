import type { Passage } from '../passages/passage'
import type { ReadPicture } from './take-pictures'

/**
 * Numbers passages and pictures afresh, in their order. Passages become neighbours if only repeats stood between them,
 * but not if a picture stands between them.
 */
export const renumber = (
  passages: readonly Passage[],
  pictures: readonly ReadPicture[],
): { readonly passages: readonly Passage[]; readonly pictures: readonly ReadPicture[] } => {
  const orders = [...new Set([...passages, ...pictures].map(({ order }) => order))].sort((one, other) => one - other)
  const rankOf = new Map(orders.map((order, rank) => [order, rank]))
  return {
    passages: passages.map((passage) => passage.with({ order: rankOf.get(passage.order) ?? 0 })),
    pictures: pictures.map((picture) => ({ ...picture, order: rankOf.get(picture.order) ?? 0 })),
  }
}
