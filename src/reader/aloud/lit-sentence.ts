import { rangesOf } from '../ui/text-places'
import type { SentencePlace } from './spoken-sentences'

const name = 'spoken'

/** The ranges of the document that show a sentence below `root`. */
export const rangesOfPlace = (root: ParentNode, place: SentencePlace): Range[] => {
  if (place.in === 'text') return rangesOf(root, place.from, place.to)
  const line = root.querySelector(`[data-line="${place.line}"]`)
  if (!line) return []
  const range = line.ownerDocument.createRange()
  range.selectNodeContents(line)
  return [range]
}

const registry = (): HighlightRegistry | undefined =>
  typeof CSS === 'object' && 'highlights' in CSS ? CSS.highlights : undefined

/**
 * Highlights exactly these ranges without changing the document. In a browser without highlights, nothing is
 * highlighted.
 */
export const light = (ranges: readonly Range[]): void => {
  if (ranges.length > 0) registry()?.set(name, new Highlight(...ranges))
  else registry()?.delete(name)
}
