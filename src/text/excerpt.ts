import { wholeBefore } from './clusters'
import type { Span } from './search-query'
import { stretchesOf, type TextStretch } from './stretches'

/** Longest excerpt, and longest text before its first hit, in characters. */
const longest = 76
const longestLead = 26

/** Far enough before a place for the cluster that it is in to begin; a longer one is not a letter. */
const reach = 40

/** The last place at or before `at` that divides no cluster. */
const whole = (text: string, at: number): number => {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const near = Math.max(from, at - reach)
  return near + wholeBefore(text.slice(near, at + reach), at - near)
}

/**
 * The sentence of the first hit, or the beginning of the text if there is no hit, with an ellipsis where it is cut off.
 * It never crosses the end of a paragraph (a line feed).
 */
export const excerptOf = (text: string, spans: readonly Span[]): TextStretch[] => {
  const first = spans[0] ?? { from: text.search(/\S/u) === -1 ? 0 : text.search(/\S/u), to: 0 }
  const leafFrom = text.lastIndexOf('\n', first.from - 1) + 1
  const leafEnd = text.indexOf('\n', first.from)
  const leafTo = Math.max(leafEnd === -1 ? text.length : leafEnd, first.to)
  const before = text.slice(leafFrom, first.from)
  const sentenceFrom = leafFrom + (/^.*[。！？!?]["”’」』）)】》〉]*/su.exec(before)?.[0].length ?? 0)
  const from = whole(text, Math.max(sentenceFrom, first.from - longestLead))
  const to = Math.max(first.to, whole(text, Math.min(leafTo, from + longest)))
  const stretches = stretchesOf(text, spans, from, to)
  const cutBefore = from > sentenceFrom ? [{ text: '…', isHit: false }] : []
  const cutAfter = to < leafTo ? [{ text: '…', isHit: false }] : []
  return [...cutBefore, ...stretches, ...cutAfter]
}
