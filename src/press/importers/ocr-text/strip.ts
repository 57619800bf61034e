/** A range of the raw input in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Text as ranges of the raw input in the order in which they are read. Every pass moves, cuts and joins strips and never
 * writes text of its own, so that what came in can be counted off against what goes out.
 */
export type Strip = readonly Span[]

/** The raw characters of a strip, one range after the other. */
export const charactersOf = (raw: string, strip: Strip): string =>
  strip.map(({ start, end }) => raw.slice(start, end)).join('')

/** The part of a strip from one of its characters to another, counted over the strip, end exclusive. */
export const sliceStrip = (strip: Strip, from: number, to = Number.POSITIVE_INFINITY): Strip => {
  const cut: Span[] = []
  let passed = 0
  for (const { start, end } of strip) {
    const first = Math.max(start, start + from - passed)
    const last = Math.min(end, start + to - passed)
    if (first < last) cut.push({ start: first, end: last })
    passed += end - start
  }
  return cut
}

/** Two strips, one read after the other; ranges that touch become one. */
export const joinStrips = (...strips: readonly Strip[]): Strip =>
  strips.flat().reduce<Span[]>((joined, span) => {
    const before = joined.at(-1)
    if (before?.end === span.start) joined[joined.length - 1] = { start: before.start, end: span.end }
    else joined.push(span)
    return joined
  }, [])

/** The strip without the white space at its ends. */
export const trimStrip = (raw: string, strip: Strip): Strip => {
  const characters = charactersOf(raw, strip)
  const from = characters.length - characters.trimStart().length
  return sliceStrip(strip, from, Math.max(from, characters.trimEnd().length))
}

/** Where the strip begins in the raw input; 0 for an empty one. */
export const startOf = (strip: Strip): number => strip[0]?.start ?? 0
