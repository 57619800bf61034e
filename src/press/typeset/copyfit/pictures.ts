import { leavesByBlock, sliceBlocks, type PlacedLeaf } from '@/bundle/article-text'
import type { PictureId } from '@/bundle/ids'
import type { ArticleDraft } from '../../model/draft'
import type { Grid } from '../grid'
import type { Portion } from './portion'

/** A picture of what stands on a page. */
export interface PortionPicture {
  readonly picture: PictureId
  /** Offset at which the text of the picture's block begins. */
  readonly from: number
  /** Its caption and credit. */
  readonly leaves: readonly PlacedLeaf[]
}

/** The pictures of what stands here, in the order of its text. */
export const picturesOf = ({ article, range }: Portion): PortionPicture[] => {
  const blocks = sliceBlocks(article.blocks, range)
  const leaves = leavesByBlock(blocks, range[0])
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'picture') return []
    const own = leaves[index] ?? []
    return [{ picture: block.picture, from: own[0]?.from ?? range[0], leaves: own }]
  })
}

/** Share of a page's height that one picture may take at most. */
export const highestPlate = 0.5
/** Share of a page's cells that an article's picture over several columns may take at most: what weighs less shows less. */
const largestPlates: Readonly<Record<ArticleDraft['weight'], number>> = {
  lead: 0.32,
  second: 0.24,
  standard: 0.16,
  brief: 0.1,
}
/** The only picture of a page may take so many times its share. */
const onlyPlate = 2

/**
 * Cells of a page that an article's picture may take. An article that is a picture with little more is bounded by its height alone.
 * @param pictures articles of the page that have a picture
 */
export const mostPlateCells = ({ kind, weight }: ArticleDraft, { columns, rows }: Grid, pictures: number): number =>
  kind === 'picture' ? Infinity : columns * rows * largestPlates[weight] * (pictures > 1 ? 1 : onlyPlate)
