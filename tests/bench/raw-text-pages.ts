import { extracted, shapes, type Shape } from '../press/importers/ocr-text/extractor-shapes'
import { damagedPage } from '../press/importers/ocr-text/page-damage'
import { villagePages, type VillageArticle } from '../press/importers/ocr-text/village-pages'

/** A page of a village as a text extractor wrote it, with what a scorer has to know of it. */
export interface RawPage {
  readonly name: string
  readonly shape: Shape
  readonly raw: string
  /** As `score.mjs` reads them: the truth, and the texts of its articles by id. */
  readonly truth: object
  readonly texts: object
}

const textOf = ({ kicker, headline, deck, author, paragraphs }: VillageArticle): string =>
  [kicker, headline, deck, author, ...paragraphs].filter(Boolean).join('\n')

/** All pages in all shapes. */
export const rawPages = (seed: number, isDamaged: boolean): readonly RawPage[] =>
  villagePages.flatMap((page) =>
    shapes.map((shape) => {
      const texts = page.articles.map((article, at) => [`${at}`, textOf(article)] as const)
      return {
        name: page.name,
        shape,
        raw: isDamaged ? damagedPage(page, shape, seed) : extracted(page, shape, { seed }),
        truth: {
          item: page.name,
          pages: 1,
          articles: page.articles.map(({ headline }, at) => ({
            id: `${at}`,
            kind: 'article',
            title: headline,
            pages: [1],
          })),
        },
        texts: { articles: Object.fromEntries(texts), all: texts.map(([, text]) => text).join('\n') },
      }
    }),
  )
