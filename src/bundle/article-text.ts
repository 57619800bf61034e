import type { Block } from './block'
import type { Mark } from './page-part'
import type { TextRange } from './region'

/** The article's text: every leaf followed by one line feed. Offsets count its UTF-16 code units. [B7] */
export const textOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => block.leaves.map((leaf) => leaf + '\n').join('')).join('')

/** Length of `textOf(blocks)`, without building it. */
export const extentOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.leaves.reduce((length, leaf) => length + leaf.length + 1, 0), 0)

/** A leaf with its place: its offset `from` in the article's text, its block, and its position in the block. */
export interface PlacedLeaf {
  readonly block: Block
  readonly blockIndex: number
  readonly leafIndex: number
  readonly text: string
  readonly from: number
}

/** Every leaf of the blocks; the first one is at offset `start`. */
export const leavesOf = (blocks: readonly Block[], start = 0): PlacedLeaf[] => {
  const placed: PlacedLeaf[] = []
  let from = start
  blocks.forEach((block, blockIndex) => {
    block.leaves.forEach((text, leafIndex) => {
      placed.push({ block, blockIndex, leafIndex, text, from })
      from += text.length + 1
    })
  })
  return placed
}

/**
 * The blocks of `[from, to)`. If the range begins inside a block, the first block says so in `continued`; a leaf inside
 * which the range ends is cut there and has no line feed. [B9]
 */
export const sliceBlocks = (blocks: readonly Block[], [from, to]: TextRange): Block[] => {
  const sliced: Block[] = []
  let lastIndex = -1
  let kept: string[] = []
  for (const leaf of leavesOf(blocks)) {
    const end = leaf.from + leaf.text.length + 1
    if (end <= from || leaf.from >= to) continue
    const text = leaf.text.slice(Math.max(0, from - leaf.from), Math.max(0, to - leaf.from))
    if (leaf.blockIndex === lastIndex) {
      kept.push(text)
      continue
    }
    lastIndex = leaf.blockIndex
    kept = [text]
    const { continued: _, ...block } = leaf.block
    const continued = leaf.from < from ? 'leaf' : leaf.leafIndex > 0 ? 'block' : undefined
    sliced.push({ ...block, leaves: kept, ...(continued && { continued }) })
  }
  return sliced
}

/** Joins the blocks of consecutive pieces, as if they had never been cut. [B9] */
export const mergeBlocks = (pieces: readonly (readonly Block[])[]): Block[] => {
  const merged: Block[] = []
  for (const piece of pieces) {
    piece.forEach((block, index) => {
      const before = merged.at(-1)
      const { continued, ...whole } = block
      if (index > 0 || !continued || !before) {
        merged.push(whole)
        return
      }
      const leaves =
        continued === 'leaf'
          ? [
              ...before.leaves.slice(0, -1),
              (before.leaves.at(-1) ?? '') + (block.leaves[0] ?? ''),
              ...block.leaves.slice(1),
            ]
          : [...before.leaves, ...block.leaves]
      merged[merged.length - 1] = { ...before, leaves }
    })
  }
  return merged
}

/** A stretch of text, and the kind of emphasis that covers all of it. */
export interface MarkedStretch {
  readonly text: string
  readonly kind?: Mark['kind']
}

/** Splits a text, which begins at offset `from`, where emphasis begins and ends. */
export const splitByMarks = (text: string, from: number, marks: readonly Mark[]): MarkedStretch[] => {
  const to = from + text.length
  const covering = marks.filter((mark) => mark.from < to && mark.to > from)
  if (covering.length === 0) return text ? [{ text }] : []
  const cuts = new Set([from, to])
  for (const mark of covering) {
    cuts.add(Math.max(from, mark.from))
    cuts.add(Math.min(to, mark.to))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to
    const mark = covering.find((candidate) => candidate.from <= start && candidate.to >= end)
    return { text: text.slice(start - from, end - from), ...(mark && { kind: mark.kind }) }
  })
}
