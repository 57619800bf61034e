import type { Span } from './search-query'

/** A stretch of text, and whether it is what was sought. */
export interface TextPiece {
  readonly text: string
  readonly isHit: boolean
}

/** The text in pieces, hits apart; the pieces joined are the text of `[from, to)`. */
export const piecesOf = (text: string, spans: readonly Span[], from = 0, to = text.length): TextPiece[] => {
  const pieces: TextPiece[] = []
  let at = from
  const add = (end: number, isHit: boolean): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), isHit })
    at = Math.max(at, end)
  }
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue
    add(Math.max(from, span.from), false)
    add(Math.min(to, span.to), true)
  }
  add(to, false)
  return pieces
}
