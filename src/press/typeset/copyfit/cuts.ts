import { leavesOf } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import { sentencesOf } from '@/text/sentence'
import type { ArticleDraft } from '../../model/draft'
import type { Flows } from '../lines/flow'
import { rowsOf } from '../lines/flow-item'
import type { Portion } from './portion'

/** Offsets in a range after which a sub-editor would let an article go on elsewhere: after sentences and whole leaves. */
const cutsIn = ({ blocks }: ArticleDraft, [from, to]: TextRange): number[] => {
  const cuts = new Set<number>()
  for (const leaf of leavesOf(blocks)) {
    const end = leaf.from + leaf.text.length + 1
    if (leaf.block.kind === 'paragraph' || leaf.block.kind === 'later') {
      let at = leaf.from
      for (const sentence of sentencesOf(leaf.text).slice(0, -1)) cuts.add((at += sentence.length))
    }
    // Not after a subhead, which would be left alone at the foot, nor inside a table or a verse.
    const isBlockEnd = leaf.leafIndex === leaf.block.leaves.length - 1
    if (leaf.block.kind !== 'subhead' && (isBlockEnd || leaf.block.kind === 'list')) cuts.add(end)
  }
  return [...cuts].filter((cut) => cut > from && cut < to).sort((a, b) => a - b)
}

/** Least lines that an article goes on elsewhere for. */
export const leastLines = 8

/** Rows of the portion's text in one column, without pictures. */
export const linesIn = ({ article, range }: Pick<Portion, 'article' | 'range'>, flows: Flows): number => {
  const pictures = new Set(article.blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])))
  return rowsOf(flows(article, range, pictures))
}

/** Index of the last item for which `holds` is true, if it is true up to some item and false from there on; -1 if for none. */
const lastHolding = (count: number, holds: (index: number) => boolean): number => {
  let [low, high] = [-1, count]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** The portion cut to at most so many lines; all of it where the rest would be too short to go on elsewhere. */
export const cutTo = (portion: Portion, lines: number, flows: Flows): Portion => {
  if (linesIn(portion, flows) <= lines) return withoutJump(portion)
  const [from, to] = portion.range
  const cuts = cutsIn(portion.article, portion.range)
  const upTo = (index: number): Portion => ({ ...portion, range: [from, cuts[index] ?? to] })
  const rest = (index: number): Portion => ({ ...portion, range: [cuts[index] ?? to, to] })
  const last = lastHolding(cuts.length, (index) => linesIn(rest(index), flows) >= leastLines)
  if (last < 0) return withoutJump(portion)
  const fitting = lastHolding(last + 1, (index) => linesIn(upTo(index), flows) <= lines)
  return upTo(Math.max(0, fitting))
}

/** A portion that turned out to be all that is left: nothing goes on, so no line says so. */
export const withoutJump = ({ lineOn: _, ...portion }: Portion): Portion => portion
