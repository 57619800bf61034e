import { leavesOf } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import { sentencesOf } from '@/text/sentence'
import type { ArticleDraft } from '../model/draft'

/** Offsets inside a range at which a sub-editor would let an article go on elsewhere: after sentences and whole leaves. */
export const cutsIn = ({ blocks }: ArticleDraft, [from, to]: TextRange): number[] => {
  const cuts = new Set<number>()
  for (const leaf of leavesOf(blocks)) {
    const end = leaf.from + leaf.text.length + 1
    const isSplittable = leaf.block.kind === 'paragraph' || leaf.block.kind === 'later'
    if (isSplittable) {
      let at = leaf.from
      for (const sentence of sentencesOf(leaf.text).slice(0, -1)) cuts.add((at += sentence.length))
    }
    // After a subhead nothing is cut: it would stand alone at the foot. A table or a verse stays whole.
    const isBlockEnd = leaf.leafIndex === leaf.block.leaves.length - 1
    if (leaf.block.kind !== 'subhead' && (isBlockEnd || leaf.block.kind === 'list')) cuts.add(end)
  }
  return [...cuts].filter((cut) => cut > from && cut < to).sort((a, b) => a - b)
}
