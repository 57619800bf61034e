/*
 * Maps characters of an article to places in the document and back. Every run of its text is rendered in an element
 * whose `data-from` is the offset of its first character in the article; anything in between (a seam, a button) has
 * none.
 */

const textNodesIn = (element: Element): Text[] => {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
  return nodes
}

const fromOf = (element: Element): number => Number(element.getAttribute('data-from'))

/** A text node of an article, with the offset of its first character. */
export interface PlacedText {
  readonly from: number
  readonly node: Text
}

/** The article's text nodes below `root`, in reading order, with their offsets in the text. [B7] */
export const placedTextsIn = (root: ParentNode): PlacedText[] =>
  [...root.querySelectorAll('[data-from]')].flatMap((element) => {
    let at = fromOf(element)
    return textNodesIn(element).flatMap((node) => {
      const from = at
      at += node.length
      return node.length > 0 ? [{ from, node }] : []
    })
  })

/**
 * The ranges of the document that show `[from, to)` of the article's text below `root`; several if something stands in
 * between.
 */
export const rangesOf = (root: ParentNode, from: number, to: number): Range[] =>
  placedTextsIn(root).flatMap(({ from: at, node }) => {
    const start = Math.max(from, at) - at
    const end = Math.min(to, at + node.length) - at
    if (start >= end) return []
    const range = node.ownerDocument.createRange()
    range.setStart(node, start)
    range.setEnd(node, end)
    return [range]
  })

/** The offset in the article of a place in the document; undefined if it is not in the article's text. */
export const offsetOf = (node: Node, offset: number): number | undefined => {
  const element = (node instanceof Element ? node : node.parentElement)?.closest('[data-from]')
  if (!element) return undefined
  let at = fromOf(element)
  for (const text of textNodesIn(element)) {
    if (text === node) return at + offset
    at += text.length
  }
  return fromOf(element)
}

/** The place in the document at a point of the screen. */
export const placeAt = (x: number, y: number): { readonly node: Node; readonly offset: number } | undefined => {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y)
    return position ? { node: position.offsetNode, offset: position.offset } : undefined
  }
  // Chrome before 128, Safari before 18.4.
  const range = document.caretRangeFromPoint(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}
