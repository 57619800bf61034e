import type { PlacedText } from '../ui/text-places'

/** The range of the character at an offset, or of the nearest one before it. */
export const rangeAt = (stretches: readonly PlacedText[], offset: number): Range | undefined => {
  const stretch = stretches.findLast(({ from }) => from <= offset) ?? stretches[0]
  if (!stretch) return undefined
  const at = Math.min(Math.max(0, offset - stretch.from), stretch.node.data.length - 1)
  const range = document.createRange()
  range.setStart(stretch.node, at)
  range.setEnd(stretch.node, at + 1)
  return range
}

const topOf = ({ node }: PlacedText, at: number): number => {
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  return range.getBoundingClientRect().top
}

/** Offset of the first character whose line begins at or below `screenTop`; undefined if all text is above it. */
export const offsetBelow = (stretches: readonly PlacedText[], screenTop: number): number | undefined => {
  const stretch = stretches.find((one) => topOf(one, one.node.data.length - 1) >= screenTop)
  if (!stretch) return undefined
  // Lines go down the screen, so the first character that is low enough can be found by bisection.
  let low = 0
  let high = stretch.node.data.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (topOf(stretch, middle) >= screenTop) high = middle
    else low = middle + 1
  }
  return stretch.from + low
}
