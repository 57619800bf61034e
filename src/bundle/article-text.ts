import type { Block } from './block'
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

/** The leaves of each block; the first one is at offset `start`. */
export const leavesByBlock = (blocks: readonly Block[], start = 0): readonly (readonly PlacedLeaf[])[] => {
  const byBlock: PlacedLeaf[][] = blocks.map(() => [])
  for (const leaf of leavesOf(blocks, start)) byBlock[leaf.blockIndex]?.push(leaf)
  return byBlock
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
    // What goes on of a table has no head: that stands where the table began.
    const headless = block.kind === 'table' && continued ? { ...block, hasHead: false } : block
    sliced.push({ ...headless, leaves: kept, ...(continued && { continued }) })
  }
  return sliced
}

/** Joins the blocks of consecutive pieces, as if they had never been cut. [B9] */
export const mergeBlocks = (pieces: readonly (readonly Block[])[]): Block[] => {
  const merged: { readonly block: Block; readonly leaves: string[] }[] = []
  for (const piece of pieces) {
    piece.forEach(({ continued, ...block }, index) => {
      const before = index === 0 && continued ? merged.at(-1) : undefined
      if (!before) {
        merged.push({ block, leaves: [...block.leaves] })
        return
      }
      const [first = '', ...rest] = block.leaves
      if (continued === 'leaf') before.leaves.push((before.leaves.pop() ?? '') + first, ...rest)
      else before.leaves.push(...block.leaves)
    })
  }
  return merged.map(({ block, leaves }) => ({ ...block, leaves }))
}
