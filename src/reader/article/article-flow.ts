import { leavesOf, splitByMarks, type MarkedStretch } from '@/bundle/article-text'
import type { Block } from '@/bundle/block'
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

/** Splits an item where lit text begins and ends. */
const cutAtLit = (item: InlineItem, lit: readonly Span[]): InlineItem[] => {
  if (item.is === 'seam' || lit.length === 0) return [item]
  let { from } = item
  const within = lit.map((span) => ({ from: span.from - from, to: span.to - from }))
  return stretchesOf(item.text, within).map(({ text, isHit }) => {
    const piece = { ...item, text, from, isLit: isHit }
    from += text.length
    return piece
  })
}

const itemsOf = (text: string, from: number, { marks, seams }: MergedArticle, lit: readonly Span[]): InlineItem[] => {
  const inside = seams.filter(({ at }) => at > from && at < from + text.length)
  const edges = [from, ...inside.map(({ at }) => at), from + text.length]
  return edges.slice(1).flatMap((to, index): InlineItem[] => {
    const start = edges[index] ?? from
    const seam = inside[index]
    let at = start
    const texts = splitByMarks(text.slice(start - from, to - from), start, marks).map((part): InlineItem => {
      const item = { is: 'text' as const, ...part, from: at, text: drawnText(part.text) }
      at += part.text.length
      return item
    })
    return [...texts.flatMap((item) => cutAtLit(item, lit)), ...(seam ? [{ is: 'seam' as const, seam }] : [])]
  })
}

/** The article's blocks with emphasis, seams and lit ranges applied to the text. */
export const flowOf = (merged: MergedArticle, lit: readonly Span[] = []): FlowBlock[] => {
  const placed = leavesOf(merged.blocks)
  return merged.blocks.map((block, index) => {
    const leaves = placed.filter(({ blockIndex }) => blockIndex === index)
    const from = leaves[0]?.from ?? 0
    const seamBefore = merged.seams.find(({ at }) => at === from && at > 0)
    return {
      block,
      from,
      leaves: leaves.map(({ text, from: at }) => ({ from: at, items: itemsOf(text, at, merged, lit) })),
      ...(seamBefore && { seamBefore }),
    }
  })
}
