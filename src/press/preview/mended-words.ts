import { diffArrays } from 'diff'

/** Words that stand in a text, and what they should be. */
export interface MendedWords {
  readonly from: string
  readonly to: string
}

/** A stretch that differs: indices of pieces `[from, to)` in the old text and in the new one. */
interface Difference {
  readonly old: readonly [from: number, to: number]
  readonly now: readonly [from: number, to: number]
}

/** Texts that differ in more pieces are compared no further: all of one becomes the other. */
const mostDifferences = 3000

/** Han characters, words, and the blanks between. */
const piecesOf = (text: string): readonly string[] => text.match(/\p{Script=Han}|\s+|[^\s\p{Script=Han}]+/gu) ?? []

const differencesOf = (old: readonly string[], now: readonly string[]): readonly Difference[] => {
  const parts = diffArrays([...old], [...now], { maxEditLength: mostDifferences })
  if (!parts) return [{ old: [0, old.length], now: [0, now.length] }]
  const found: Difference[] = []
  let [at, atNow] = [0, 0]
  for (const { added, removed, count } of parts) {
    const [end, endNow] = [at + (added ? 0 : count), atNow + (removed ? 0 : count)]
    const last = found.at(-1)
    const isNext = last?.old[1] === at && last.now[1] === atNow
    if (last && isNext && (added || removed))
      found[found.length - 1] = { old: [last.old[0], end], now: [last.now[0], endNow] }
    else if (added || removed) found.push({ old: [at, end], now: [atNow, endNow] })
    ;[at, atNow] = [end, endNow]
  }
  return found
}

/** Differences with no more than so many pieces between them are one. */
const joined = (differences: readonly Difference[], most: number): readonly Difference[] =>
  differences.reduce<readonly Difference[]>((all, one) => {
    const last = all.at(-1)
    return last && one.old[0] - last.old[1] <= most
      ? [...all.slice(0, -1), { old: [last.old[0], one.old[1]], now: [last.now[0], one.now[1]] }]
      : [...all, one]
  }, [])

/**
 * What changes a text into another, each with so many pieces of what is around it.
 * @param context pieces on either side: Han characters, words, blanks
 */
export const mendedWords = (before: string, after: string, context: number): readonly MendedWords[] => {
  const [old, now] = [piecesOf(before), piecesOf(after)]
  return joined(differencesOf(old, now), 2 * context).map((one) => {
    const head = Math.min(context, one.old[0])
    const tail = Math.min(context, old.length - one.old[1])
    const text = (pieces: readonly string[], [from, to]: readonly [number, number]): string =>
      pieces
        .slice(from - head, to + tail)
        .join('')
        .trim()
    return { from: text(old, one.old), to: text(now, one.now) }
  })
}
