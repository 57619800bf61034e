import { leavesByBlock } from '@/bundle/article-text'
import { splitterOf, type MarkedStretch } from '@/bundle/marked-text'
import type { Block } from '@/bundle/block'
import type { MergedArticle, Seam } from '@/bundle/merge-article'

/** A run of text, or the place where the printed article moves to another page. */
export type BookRun = MarkedStretch | { readonly seam: Seam }

/** A block with the runs of each of its leaves, and the seams before it. */
export interface BookBlock {
  readonly seams: readonly Seam[]
  readonly block: Block
  readonly leaves: readonly (readonly BookRun[])[]
}

/**
 * An article as a sequence, with every seam in it once: before the block at whose start it is, or inside the leaf that it cuts.
 * `after` are the seams at the article's end, where only a printed line moved to the next page.
 */
export const bookFlow = ({ blocks, marks, seams }: MergedArticle): { blocks: BookBlock[]; after: readonly Seam[] } => {
  const waiting = [...seams].sort((a, b) => a.at - b.at)
  const leaves = leavesByBlock(blocks)
  const split = splitterOf(marks)
  /** The seams up to an offset that were not placed yet. */
  const until = (offset: number): Seam[] => {
    const rest = waiting.findIndex(({ at }) => at > offset)
    return waiting.splice(0, rest < 0 ? waiting.length : rest)
  }
  const flow = blocks.map((block, index): BookBlock => {
    const own = leaves[index] ?? []
    return {
      seams: until(own[0]?.from ?? 0),
      block,
      leaves: own.map(({ text, from }) => {
        let start = from
        const runs: BookRun[] = []
        const runTo = (end: number): void => {
          runs.push(...split(text.slice(start - from, end - from), start))
          start = end
        }
        for (const seam of until(from + text.length)) {
          runTo(Math.max(start, seam.at))
          runs.push({ seam })
        }
        runTo(from + text.length)
        return runs
      }),
    }
  })
  return { blocks: flow, after: waiting }
}
