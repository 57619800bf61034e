import type { PlacedLeaf } from '@/bundle/article-text'

/** A text node of the article as it stands in the document, with the offset of its first character. */
export interface TextPlace {
  readonly from: number
  readonly node: Text
}

/** The text nodes of an article's blocks in reading order; the words of a seam and of a button are the reader's, not the article's. */
const textNodesIn = (blocks: Element): Text[] => {
  const walker = document.createTreeWalker(blocks, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.length > 0 && !node.parentElement?.closest('[role="note"], button'))
      nodes.push(node)
  return nodes
}

/**
 * Where the article's characters stand in the document: emphasis and seams cut a leaf into several nodes, empty leaves have
 * none. Offsets are those of the text. [B7]
 */
export const textPlacesOf = (blocks: Element, leaves: readonly Pick<PlacedLeaf, 'from' | 'text'>[]): TextPlace[] => {
  const filled = leaves.filter(({ text }) => text.length > 0)
  const places: TextPlace[] = []
  let leafAt = 0
  let done = 0
  for (const node of textNodesIn(blocks)) {
    const leaf = filled[leafAt]
    if (!leaf) break
    places.push({ from: leaf.from + done, node })
    done += node.data.length
    if (done >= leaf.text.length) {
      leafAt++
      done = 0
    }
  }
  return places
}

/** The range of the character at an offset, or of the nearest before it. */
export const rangeAt = (places: readonly TextPlace[], offset: number): Range | undefined => {
  const place = places.findLast(({ from }) => from <= offset) ?? places[0]
  if (!place) return undefined
  const at = Math.min(Math.max(0, offset - place.from), place.node.data.length - 1)
  const range = document.createRange()
  range.setStart(place.node, at)
  range.setEnd(place.node, at + 1)
  return range
}

const topOf = ({ node }: TextPlace, at: number): number => {
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  return range.getBoundingClientRect().top
}

/** Offset of the first character whose line begins at or below `screenTop`; undefined where all text is above it. */
export const offsetBelow = (places: readonly TextPlace[], screenTop: number): number | undefined => {
  const place = places.find((one) => topOf(one, one.node.data.length - 1) >= screenTop)
  if (!place) return undefined
  // Lines go down the screen: the first character low enough is found by halving.
  let low = 0
  let high = place.node.data.length - 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (topOf(place, middle) >= screenTop) high = middle
    else low = middle + 1
  }
  return place.from + low
}
