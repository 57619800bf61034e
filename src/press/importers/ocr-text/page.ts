import type { ReadMasthead } from './masthead'
import type { ReadPicture } from './pictures'
import type { ReadBlock } from './place-titles'
import type { Strip } from './strip'
import { stripsOfTitle, type TitleBlock } from './title-block'

/** An article as it was read, every piece of it a strip of the raw input. */
export interface ReadArticle {
  readonly kind: 'news' | 'picture'
  readonly weight: 'lead' | 'standard' | 'brief'
  readonly isUnderBanner: boolean
  readonly title: TitleBlock
  readonly byline?: string
  readonly dateline?: string
  /** The printed byline and dateline. */
  readonly signatures: readonly Strip[]
  readonly blocks: readonly ReadBlock[]
  readonly pictures: readonly ReadPicture[]
  readonly jump?: Strip
  readonly from?: Strip
}

export interface ReadPage {
  readonly masthead: ReadMasthead
  readonly banner?: Strip
  readonly articles: readonly ReadArticle[]
}

/** All text that a page holds: with what the ledger reports, the whole input. */
export const stripsOfPage = ({ masthead, banner, articles }: ReadPage): readonly Strip[] => [
  ...masthead.strips,
  ...(banner ? [banner] : []),
  ...articles.flatMap(({ title, signatures, blocks, pictures, jump, from }) => [
    ...stripsOfTitle(title),
    ...signatures,
    ...blocks.map(({ strip }) => strip),
    ...pictures.flatMap(({ caption, credit }) => [caption, credit].filter((strip) => strip !== undefined)),
    ...[jump, from].filter((strip) => strip !== undefined),
  ]),
]
