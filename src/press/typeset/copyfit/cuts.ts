import { leavesOf, type PlacedLeaf } from '@/bundle/article-text'
import type { TextRange } from '@/bundle/region'
import { sentencesOf } from '@/text/sentence'
import type { ArticleDraft } from '../../model/draft'
import type { Flows } from '../lines/flow'
import { rowsOf } from '../lines/flow-item'
import type { BroadBlocks } from './broad-blocks'
import type { Portion } from './portion'

/** A long table may go on elsewhere after any of its rows, but for so many at its head and foot. */
const leastTableRows = 6

/** Whether a table may be cut after this cell, or a poem after this line: a row of some, or an empty line between two stanzas. */
const isPartEnd = ({ block, leafIndex }: PlacedLeaf): boolean => {
  if (block.kind === 'verse') return block.leaves[leafIndex]?.trim() === ''
  if (block.kind !== 'table' || (leafIndex + 1) % block.columns !== 0) return false
  const rows = (leafIndex + 1) / block.columns
  return rows > leastTableRows && block.leaves.length / block.columns - rows >= leastTableRows
}

/** Offsets in a range after which a sub-editor would let an article go on elsewhere: after sentences and whole leaves. */
const cutsIn = ({ blocks }: ArticleDraft, [from, to]: TextRange): number[] => {
  const cuts = new Set<number>()
  for (const leaf of leavesOf(blocks)) {
    const end = leaf.from + leaf.text.length + 1
    if (leaf.block.kind === 'paragraph' || leaf.block.kind === 'later') {
      let at = leaf.from
      for (const sentence of sentencesOf(leaf.text).slice(0, -1)) cuts.add((at += sentence.length))
    }
    // Not after a subhead, which would be left alone at the foot, nor inside a short table or a stanza.
    const isBlockEnd = leaf.leafIndex === leaf.block.leaves.length - 1
    if (leaf.block.kind !== 'subhead' && (isBlockEnd || leaf.block.kind === 'list' || isPartEnd(leaf))) cuts.add(end)
  }
  return [...cuts].filter((cut) => cut > from && cut < to).sort((a, b) => a - b)
}

/** Least lines that an article goes on elsewhere for. */
export const leastLines = 8

/** Rows of the portion's text in one column, without pictures; a row of what is broad counts for each of the columns that it wants. */
export const linesIn = (
  { article, range }: Pick<Portion, 'article' | 'range'>,
  flows: Flows,
  broadBlocks?: BroadBlocks,
): number => {
  const pictures = new Set(article.blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])))
  const broad = broadBlocks?.blocksOf({ article, range }).filter(({ span }) => span > 1) ?? []
  let [rows, from] = [0, range[0]]
  for (const block of broad) {
    if (block.range[0] > from) rows += rowsOf(flows(article, [from, block.range[0]], pictures))
    rows += block.span * rowsOf(broadBlocks?.flowsOver(block.span)(article, block.range) ?? [])
    from = block.range[1]
  }
  return from < range[1] ? rows + rowsOf(flows(article, [from, range[1]], pictures)) : rows
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
export const cutTo = (portion: Portion, lines: number, flows: Flows, broadBlocks?: BroadBlocks): Portion => {
  if (linesIn(portion, flows, broadBlocks) <= lines) return withoutJump(portion)
  const [from, to] = portion.range
  const cuts = cutsIn(portion.article, portion.range)
  const upTo = (index: number): Portion => ({ ...portion, range: [from, cuts[index] ?? to] })
  const rest = (index: number): Portion => ({ ...portion, range: [cuts[index] ?? to, to] })
  const last = lastHolding(cuts.length, (index) => linesIn(rest(index), flows, broadBlocks) >= leastLines)
  if (last < 0) return withoutJump(portion)
  const fitting = lastHolding(last + 1, (index) => linesIn(upTo(index), flows, broadBlocks) <= lines)
  return upTo(Math.max(0, fitting))
}

/** A portion that turned out to be all that is left: nothing goes on, so no line says so. */
export const withoutJump = ({ lineOn: _, ...portion }: Portion): Portion => portion
