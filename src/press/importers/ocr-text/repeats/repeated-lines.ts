import type { Ledger } from '../ledger'
import { Clipping } from '../passages/clipping'
import type { Letter } from '../passages/letters'
import type { Passage } from '../passages/passage'
import { seedLength } from '../passages/thresholds'
import { longestMisreadGap, mostLinesApart, resumedRun, shortestLineRepeat } from './thresholds'

/** A letter of the page's columns, in their order. */
interface PlacedLetter extends Letter {
  /** The index of its passage. */
  readonly at: number
  /** Nothing, or only marks, stand between it and the beginning of a printed line; the same at the end. */
  readonly beginsLine: boolean
  readonly endsLine: boolean
}

const placedLettersOf = (passages: readonly Passage[]): readonly PlacedLetter[] =>
  passages.flatMap(({ letters, text, clipping, measure }, at) => {
    if (measure === undefined) return []
    // Of columns that stand side by side, each line was cut from a place of its own.
    const cuts = new Set<number>()
    let length = 0
    for (const { start, end } of clipping.spans) cuts.add((length += end - start))
    const hasLineEnd = (from: number, to: number): boolean =>
      text.slice(from, to).includes('\n') ||
      Array.from({ length: to - from + 1 }, (_, step) => from + step).some((offset) => cuts.has(offset))
    return letters.map((letter, index): PlacedLetter => {
      const [before, after] = [letters[index - 1], letters[index + 1]]
      return {
        ...letter,
        at,
        beginsLine: !before || hasLineEnd(before.end, letter.start),
        endsLine: !after || hasLineEnd(letter.end, after.start),
      }
    })
  })

/** How far a text goes on as another does, with a misreading now and then; both as indices of letters. */
const endOfRepeat = (letters: readonly PlacedLetter[], one: number, other: number): number => {
  const isSame = (a: number, b: number): boolean => letters[a] !== undefined && letters[a].key === letters[b]?.key
  const resumes = (a: number, b: number): boolean =>
    Array.from({ length: resumedRun }, (_, at) => at).every((at) => isSame(a + at, b + at))
  let [a, b] = [one, other]
  while (a < other) {
    if (isSame(a, b)) [a, b] = [a + 1, b + 1]
    else {
      const skips = Array.from({ length: longestMisreadGap ** 2 }, (_, at) => ({
        mine: at % longestMisreadGap,
        theirs: Math.floor(at / longestMisreadGap),
      }))
      const skip = skips.find(({ mine, theirs }) => mine + theirs > 0 && resumes(a + mine, b + theirs))
      if (!skip) break
      ;[a, b] = [a + skip.mine, b + skip.theirs]
    }
  }
  return b
}

/** The nearest index, outward or inward, at which a line begins or ends; undefined if none is near. */
const nearest = (from: number, isEdge: (at: number) => boolean): number | undefined =>
  Array.from({ length: 2 * mostLinesApart + 1 }, (_, at) => from + (at % 2 === 0 ? at / 2 : -(at + 1) / 2)).find(isEdge)

interface Repeat {
  readonly from: number
  /** End exclusive. */
  readonly to: number
  /** The first letter of what it repeats. */
  readonly original: number
}

/** Printed lines that stand again further down, as indices of letters. */
const repeatsAmong = (letters: readonly PlacedLetter[]): readonly Repeat[] => {
  const seen = new Map<string, number>()
  const repeats: Repeat[] = []
  for (let at = 0; at + seedLength <= letters.length; at++) {
    const seed = letters
      .slice(at, at + seedLength)
      .map(({ key }) => key)
      .join('')
    const original = seen.get(seed)
    if (original === undefined) {
      seen.set(seed, at)
      continue
    }
    const end = endOfRepeat(letters, original, at)
    if (end - at < shortestLineRepeat) continue
    const from = nearest(at, (index) => letters[index]?.beginsLine === true)
    const to = nearest(end - 1, (index) => letters[index]?.endsLine === true)
    if (from === undefined || to === undefined || to < from) {
      // What was compared is not compared again from each of its letters.
      at = end - 1
      continue
    }
    // Whole passages are compared as such, with their jump lines.
    const isWhole = letters[from - 1]?.at !== letters[from]?.at && letters[to]?.at !== letters[to + 1]?.at
    if (!isWhole) repeats.push({ from, to: to + 1, original })
    at = to
  }
  return repeats
}

/**
 * Removes printed lines that stand a second time among the lines of a column, wherever their sentences begin and end: what is left on both
 * sides is one text again.
 */
export const removeRepeatedLines = (passages: readonly Passage[], ledger: Ledger): readonly Passage[] => {
  const letters = placedLettersOf(passages)
  const gone = new Map<number, { readonly from: number; readonly to: number }[]>()
  for (const { from, to, original } of repeatsAmong(letters)) {
    const removed: Clipping[] = []
    for (const [at, passage] of passages.entries()) {
      const own = letters.slice(from, to).filter((letter) => letter.at === at)
      const [first, last] = [own[0], own.at(-1)]
      if (!first || !last) continue
      const next = passage.letters.find(({ start }) => start >= last.end)
      const range = { from: first.start, to: next?.start ?? passage.text.length }
      gone.set(at, [...(gone.get(at) ?? []), range])
      removed.push(passage.clipping.slice(range.from, range.to))
    }
    const kept = letters[original]
    const whole = Clipping.join(...removed)
    ledger.close('ocr-removed-twin', removed, {
      text: ledger.quote(whole),
      at: ledger.positionOf(whole),
      twin: ledger.positionOf(kept ? (passages[kept.at]?.clipping.slice(kept.start) ?? whole) : whole),
    })
  }
  return passages
    .map((passage, at) => {
      const ranges = gone.get(at)
      if (!ranges) return passage
      const edges = [0, ...ranges.flatMap(({ from, to }) => [from, to]), passage.text.length]
      const kept = edges.flatMap((edge, index) =>
        index % 2 === 0 ? [passage.clipping.slice(edge, edges[index + 1])] : [],
      )
      const isEnded = passage.isEnded && ranges.at(-1)?.to !== passage.text.length
      return passage.with({ clipping: Clipping.join(...kept).trim(), isEnded })
    })
    .filter(({ printed }) => printed.length > 0)
}
