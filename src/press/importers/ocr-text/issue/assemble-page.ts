import type { ReadMasthead } from '../masthead/masthead'
import type { Clipping } from '../passages/clipping'
import { placePictures } from '../pictures/place-pictures'
import type { ReadPicture } from '../pictures/take-pictures'
import { isUnderBanner } from '../titles/banner'
import { textOfArticle, type TitledArticle } from '../titles/titled-article'
import type { ReadArticle, ReadPage } from './page'
import { shortestStandard } from './thresholds'

interface PageParts {
  readonly masthead: ReadMasthead
  readonly banner?: Clipping
  readonly articles: readonly TitledArticle[]
  readonly pictures: readonly ReadPicture[]
}

const weightOf = ({ blocks }: TitledArticle, at: number): ReadArticle['weight'] => {
  if (at === 0) return 'lead'
  const letters = blocks.reduce((sum, { clipping }) => sum + clipping.folded.length, 0)
  return letters < shortestStandard ? 'brief' : 'standard'
}

const pictureArticle = (picture: ReadPicture): Omit<ReadArticle, 'isUnderBanner'> => ({
  kind: 'picture',
  weight: 'standard',
  title: { deck: [], doubts: [] },
  signatures: [],
  blocks: [],
  pictures: [picture],
})

/** The finished page. The first article is the lead; pictures without an article follow as articles of their own. */
export const assemblePage = ({ masthead, banner, articles, pictures }: PageParts): ReadPage => {
  const homes = placePictures(pictures, articles)
  const isUnder = (text: string): boolean => banner !== undefined && isUnderBanner(banner, text)
  return {
    masthead,
    ...(banner && { banner }),
    articles: [
      ...articles.map((article, at) => {
        const { order: _order, ...read } = article
        return {
          ...read,
          kind: 'news' as const,
          weight: weightOf(article, at),
          isUnderBanner: isUnder(textOfArticle(article)),
          pictures: pictures.filter((picture) => homes.get(picture) === article),
        }
      }),
      ...pictures
        .filter((picture) => !homes.has(picture))
        .map((picture) => ({ ...pictureArticle(picture), isUnderBanner: isUnder(picture.caption?.text ?? '') })),
    ],
  }
}
