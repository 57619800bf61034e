import type { Span } from './search-query'

/** A stretch of text, either a search hit or the text between two. */
export interface TextStretch {
  readonly text: string
  readonly isHit: boolean
}

/** Splits the text of `[from, to)` at the edges of hits; the stretches joined give that text. */
export const stretchesOf = (text: string, spans: readonly Span[], from = 0, to = text.length): TextStretch[] => {
  const stretches: TextStretch[] = []
  let at = from
  const add = (end: number, isHit: boolean): void => {
    if (end > at) stretches.push({ text: text.slice(at, end), isHit })
    at = Math.max(at, end)
  }
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue
    add(Math.max(from, span.from), false)
    add(Math.min(to, span.to), true)
  }
  add(to, false)
  return stretches
}
