import { rangesOf } from '../ui/text-places'
import type { ArticleHit } from './article-hits'

/** Names of the highlights in the stylesheet: all hits, and the current one. */
const all = 'sought'
const current = 'sought-now'

/** Whether the browser can highlight text without changing the document (from Safari 17.2 and Firefox 140). */
export const canLight = (): boolean => typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS

const lineOf = (root: ParentNode, { at }: ArticleHit): Element | null => {
  if (at.kind === 'text') return null
  const { name, line } = at.field
  return root.querySelector(`[data-line="${name === 'deck' ? `deck-${line}` : name}"]`)
}

/** Where a hit is rendered below `root`; empty while the article is not rendered yet. */
export const placesOf = (root: ParentNode, hit: ArticleHit): Range[] => {
  const { from, to } = hit.span
  if (hit.at.kind === 'text') return rangesOf(root, from, to)
  const node = lineOf(root, hit)?.firstChild
  if (!(node instanceof Text) || to > node.length) return []
  const range = node.ownerDocument.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  return [range]
}

/** Highlights these hits and no others. A browser that can't do so marks the title lines that contain one. */
export const lightHits = (root: ParentNode, hits: readonly ArticleHit[], at: ArticleHit | undefined): void => {
  for (const line of root.querySelectorAll('[data-lit]')) line.removeAttribute('data-lit')
  if (!canLight()) {
    for (const hit of hits) lineOf(root, hit)?.setAttribute('data-lit', hit === at ? 'now' : '')
    return
  }
  const now = new Highlight(...(at ? placesOf(root, at) : []))
  now.priority = 1
  CSS.highlights.set(all, new Highlight(...hits.flatMap((hit) => placesOf(root, hit))))
  CSS.highlights.set(current, now)
}

export const lightNothing = (root: ParentNode): void => {
  for (const line of root.querySelectorAll('[data-lit]')) line.removeAttribute('data-lit')
  if (!canLight()) return
  CSS.highlights.delete(all)
  CSS.highlights.delete(current)
}
