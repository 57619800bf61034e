import type { PictureId } from '@/bundle/ids'
import type { MergedArticle } from '@/bundle/merge-article'

/** A picture of an article with its caption and credit. */
export interface CaptionedPicture {
  readonly picture: PictureId
  readonly caption?: string
  readonly credit?: string
}

/** The article's pictures in the order of its text. */
export const picturesOf = ({ blocks }: Pick<MergedArticle, 'blocks'>): CaptionedPicture[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'picture') return []
    const [caption, credit] = block.leaves
    return [{ picture: block.picture, ...(caption && { caption }), ...(credit && { credit }) }]
  })
