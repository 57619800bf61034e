import type { ReadMasthead } from '../masthead/masthead'
import type { Clipping } from '../passages/clipping'
import type { ReadPicture } from '../pictures/take-pictures'
import { clippingsOfTitle, type TitleBlock } from '../titles/title-block'
import type { ReadBlock } from '../titles/titled-article'

/** A finished article. Its text consists of clippings of the raw text. */
export interface ReadArticle {
  readonly kind: 'news' | 'picture'
  readonly weight: 'lead' | 'standard' | 'brief'
  readonly isUnderBanner: boolean
  readonly title: TitleBlock
  readonly byline?: string
  readonly dateline?: string
  /** The printed byline and dateline. */
  readonly signatures: readonly Clipping[]
  readonly blocks: readonly ReadBlock[]
  readonly pictures: readonly ReadPicture[]
  /** ▶下转第七版 */
  readonly jump?: Clipping
  /** （上接第一版） */
  readonly from?: Clipping
}

export interface ReadPage {
  readonly masthead: ReadMasthead
  readonly banner?: Clipping
  readonly articles: readonly ReadArticle[]
}

/** All text of a page. Together with what the ledger has closed, it is the whole raw text. */
export const clippingsOfPage = ({ masthead, banner, articles }: ReadPage): readonly Clipping[] =>
  [
    ...masthead.clippings,
    banner,
    ...articles.flatMap(({ title, signatures, blocks, pictures, jump, from }) => [
      ...clippingsOfTitle(title),
      ...signatures,
      ...blocks.map(({ clipping }) => clipping),
      ...pictures.flatMap(({ caption, credit }) => [caption, credit]),
      jump,
      from,
    ]),
  ].filter((clipping) => clipping !== undefined)
