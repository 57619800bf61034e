import type { Mark } from './page-part'

/** Something that takes up `[from, to)` of a text. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** Position of the first item that does not lie wholly before the offset; the items are in order and apart. */
const firstFrom = (ordered: readonly Stretch[], offset: number): number => {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.to ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The stretches that have a character in `[from, to)`, of stretches that are in order and apart; found without looking at all. */
export const stretchesIn = <Found extends Stretch>(ordered: readonly Found[], from: number, to: number): Found[] => {
  const found: Found[] = []
  for (let at = firstFrom(ordered, from); at < ordered.length; at++) {
    const stretch = ordered[at]
    if (!stretch || stretch.from >= to) break
    found.push(stretch)
  }
  return found
}

/**
 * Marks in order and apart: where several cover the same text, the first of them holds. Each edge is looked at once, however
 * many marks lie over one another.
 */
export const apart = (marks: readonly Mark[]): readonly Mark[] => {
  const edges = [...new Set(marks.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const indexOf = new Map(edges.map((edge, index) => [edge, index]))
  const owners = new Map<number, Mark>()
  /** From each stretch between two edges, one further on that may still be free. */
  const next = edges.map((_, index) => index)
  const free = (start: number): number => {
    let end = start
    while (next[end] !== undefined && next[end] !== end) end = next[end] ?? end
    for (let at = start; at !== end;) {
      const following = next[at] ?? end
      next[at] = end
      at = following
    }
    return end
  }
  for (const mark of marks) {
    const end = indexOf.get(mark.to) ?? 0
    for (let at = free(indexOf.get(mark.from) ?? end); at < end; at = free(at)) {
      owners.set(at, mark)
      next[at] = at + 1
    }
  }
  const ordered: Mark[] = []
  let before: Mark | undefined
  edges.forEach((from, index) => {
    const owner = owners.get(index)
    const to = edges[index + 1] ?? from
    const last = ordered.at(-1)
    if (owner && owner === before && last) ordered[ordered.length - 1] = { ...last, to }
    else if (owner) ordered.push({ kind: owner.kind, from, to })
    before = owner
  })
  return ordered
}

/** A stretch of text, and the kind of emphasis that covers all of it. */
export interface MarkedStretch {
  readonly text: string
  readonly kind?: Mark['kind']
}

/** Splits a text, which begins at offset `from`, where emphasis begins and ends. */
export type MarkSplitter = (text: string, from: number) => MarkedStretch[]

/** Splits the texts of an article by its marks, which are put in order once for all of them. */
export const splitterOf = (marks: readonly Mark[]): MarkSplitter => {
  const ordered = apart(marks)
  return (text, from) => {
    const to = from + text.length
    const stretches: MarkedStretch[] = []
    let at = from
    const add = (end: number, kind?: Mark['kind']): void => {
      if (end > at) stretches.push({ text: text.slice(at - from, end - from), ...(kind && { kind }) })
      at = Math.max(at, end)
    }
    for (const mark of stretchesIn(ordered, from, to)) {
      add(Math.max(from, mark.from))
      add(Math.min(to, mark.to), mark.kind)
    }
    add(to)
    return stretches
  }
}
