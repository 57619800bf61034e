import { affinityAmong } from '../articles/affinity'
import { textOfArticle, type TitledArticle } from '../titles/titled-article'
import type { ReadPicture } from './take-pictures'
import { neededAffinity, neededLead } from './thresholds'

/** The article that each picture clearly belongs to. A picture that is not in the map stands for itself. */
export const placePictures = (
  pictures: readonly ReadPicture[],
  articles: readonly TitledArticle[],
): ReadonlyMap<ReadPicture, TitledArticle> => {
  const affinity = affinityAmong(articles.map(textOfArticle))
  return new Map(
    pictures.flatMap((picture) => {
      const home = articles.findLastIndex(({ order }) => order < picture.order)
      const article = articles[home]
      if (!article || !picture.caption) return []
      const affinities = affinity(picture.caption.text)
      const own = affinities[home] ?? 0
      const other = Math.max(0, ...affinities.filter((_, at) => at !== home))
      const isClear = own >= neededAffinity && own >= other + neededLead
      return isClear || articles.length === 1 ? [[picture, article] as const] : []
    }),
  )
}
