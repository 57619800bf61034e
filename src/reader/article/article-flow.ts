import { leavesByBlock } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
import { splitterOf, stretchesIn, type MarkedStretch, type MarkSplitter } from '@/bundle/marked-text'
import type { MergedArticle, Seam } from '@/bundle/merge-article'
import { stretchesOf } from '@/text/stretches'
import { drawnText } from '@/text/private-use'
import type { Span } from '@/text/search-query'

/** A run of text, or the seam where the article continues on another page. */
export type InlineItem =
  /** `from`: offset of its first character in the article. */
  | ({ readonly is: 'text'; readonly from: number; readonly isLit?: boolean } & MarkedStretch)
  | { readonly is: 'seam'; readonly seam: Seam }

/** One leaf of a block with its marks and seams. */
export interface FlowLeaf {
  /** Offset of its first character in the article. */
  readonly from: number
  readonly items: readonly InlineItem[]
}

/** A block with its leaves. A seam between two blocks belongs to the second. */
export interface FlowBlock {
  readonly block: Block
  readonly from: number
  readonly leaves: readonly FlowLeaf[]
  readonly seamBefore?: Seam
}

/** What cuts the leaves of an article, each kind in the order of the text. */
interface Cuts {
  readonly split: MarkSplitter
  readonly seams: readonly (Span & { readonly seam: Seam })[]
  readonly lit: readonly Span[]
}

/** Splits an item where lit text begins and ends. */
const cutAtLit = (item: InlineItem, lit: readonly Span[]): InlineItem[] => {
  if (item.is === 'seam' || lit.length === 0) return [item]
  let { from } = item
  const within = stretchesIn(lit, from, from + item.text.length).map((span) => ({
    from: span.from - from,
    to: span.to - from,
  }))
  return stretchesOf(item.text, within).map(({ text, isHit }) => {
    const piece = { ...item, text, from, isLit: isHit }
    from += text.length
    return piece
  })
}

const itemsOf = (text: string, from: number, { split, seams, lit }: Cuts): InlineItem[] => {
  const inside = stretchesIn(seams, from, from + text.length).filter((cut) => cut.from > from)
  const edges = [from, ...inside.map((cut) => cut.from), from + text.length]
  return edges.slice(1).flatMap((to, index): InlineItem[] => {
    const start = edges[index] ?? from
    const seam = inside[index]?.seam
    let at = start
    const texts = split(text.slice(start - from, to - from), start).map((part): InlineItem => {
      const item = { is: 'text' as const, ...part, from: at, text: drawnText(part.text) }
      at += part.text.length
      return item
    })
    return [...texts.flatMap((item) => cutAtLit(item, lit)), ...(seam ? [{ is: 'seam' as const, seam }] : [])]
  })
}

/** The article's blocks with emphasis, seams and lit ranges applied to the text. */
export const flowOf = (
  { from: start = 0, blocks, marks, seams }: MergedArticle,
  lit: readonly Span[] = [],
): FlowBlock[] => {
  const cuts: Cuts = {
    split: splitterOf(marks),
    seams: seams.map((seam) => ({ from: seam.at, to: seam.at + 1, seam })),
    lit,
  }
  const seamAt = new Map([...seams].reverse().map((seam) => [seam.at, seam]))
  const leavesOfBlock = leavesByBlock(blocks, start)
  return blocks.map((block, index) => {
    const leaves = leavesOfBlock[index] ?? []
    const from = leaves[0]?.from ?? start
    const seamBefore = from > start ? seamAt.get(from) : undefined
    return {
      block,
      from,
      leaves: leaves.map(({ text, from: at }) => ({ from: at, items: itemsOf(text, at, cuts) })),
      ...(seamBefore && { seamBefore }),
    }
  })
}
