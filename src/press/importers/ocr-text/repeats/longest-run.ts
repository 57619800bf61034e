import type { Letter } from '../passages/letters'

/** A run of letters that stands in both texts. */
export interface CommonRun {
  /** The index of its first letter in one text and in the other. */
  readonly inOne: number
  readonly inOther: number
  readonly length: number
}

/** Letters of a text from one index to another, end exclusive. */
export interface LetterWindow {
  readonly letters: readonly Letter[]
  readonly from: number
  readonly to: number
}

/** Runs that end at the same places of a text. */
interface State {
  /** The longest of them. */
  readonly length: number
  /** Where the first of them ends, end exclusive. */
  readonly firstEnd: number
  /** The state of the longest run that ends in more places than these. */
  link: State | undefined
  readonly next: Map<string, State>
}

/**
 * The suffix automaton of a text, which knows every run in it, in time and memory that grow with its length (Blumer et al., The
 * smallest automaton recognizing the subwords of a text, 1985). Returned is the state of the empty run.
 */
const automatonOf = ({ letters, from, to }: LetterWindow): State => {
  const root: State = { length: 0, firstEnd: from, link: undefined, next: new Map() }
  let last = root
  for (let at = from; at < to; at++) {
    const key = letters[at]?.key ?? ''
    const added: State = { length: last.length + 1, firstEnd: at + 1, link: root, next: new Map() }
    let state: State | undefined = last
    while (state && !state.next.has(key)) {
      state.next.set(key, added)
      state = state.link
    }
    const known = state?.next.get(key)
    if (state && known) {
      if (known.length === state.length + 1) added.link = known
      else {
        const split: State = { ...known, length: state.length + 1, next: new Map(known.next) }
        while (state?.next.get(key) === known) {
          state.next.set(key, split)
          state = state.link
        }
        known.link = split
        added.link = split
      }
    }
    last = added
  }
  return root
}

/**
 * The longest run that two texts share. Of several it is the one nearest to the middle of the one text, so that about half is left on
 * each side, and there the first in the other text.
 */
export const longestRun = (one: LetterWindow, other: LetterWindow): CommonRun => {
  const root = automatonOf(other)
  let best: CommonRun = { inOne: one.from, inOther: other.from, length: 0 }
  const fromMiddle = ({ inOne, length }: CommonRun): number => Math.abs(2 * inOne + length - one.from - one.to)
  let [state, length] = [root, 0]
  for (let at = one.from; at < one.to; at++) {
    const key = one.letters[at]?.key ?? ''
    while (state.link && !state.next.has(key)) {
      state = state.link
      length = state.length
    }
    const next = state.next.get(key)
    if (!next) continue
    state = next
    length++
    if (length < best.length) continue
    const run = { inOne: at + 1 - length, inOther: state.firstEnd - length, length }
    if (length > best.length || fromMiddle(run) < fromMiddle(best)) best = run
  }
  return best
}
