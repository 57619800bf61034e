import type { Candidate } from './jump-evidence'

/** Which candidates are certain, and which are left as possible. */
export interface Assignment {
  readonly joined: readonly Candidate[]
  readonly possible: readonly Candidate[]
}

const rivalsOf = (one: Candidate, all: readonly Candidate[]): Candidate[] =>
  all.filter((other) => other !== one && (other.from === one.from || other.to === one.to))

/** Whether following the joins from `to` leads back to `from`. */
const closesCircle = ({ from, to }: Candidate, joined: readonly Candidate[]): boolean => {
  const next = joined.find((other) => other.from === to)
  return next !== undefined && (next.to === from || closesCircle({ ...next, from }, joined))
}

/**
 * Chooses joins over the whole issue. A candidate is certain when, on one side, nothing else is left to choose and no other
 * end wants its place as much; or when it has more evidence than every rival at either end. What is chosen takes its rivals
 * out, until nothing more follows. A tie joins nothing: it is offered as possible.
 */
export const assignJumps = (candidates: readonly Candidate[]): Assignment => {
  const joined: Candidate[] = []
  let left = candidates
  for (;;) {
    const certain = left.filter((one) => {
      const rivals = rivalsOf(one, left)
      const isOnlyForOut = rivals.every(({ from }) => from !== one.from)
      const isOnlyForIn = rivals.every(({ to }) => to !== one.to)
      return rivals.every((rival) => rival.evidence.length < one.evidence.length) || (isOnlyForOut && isOnlyForIn)
    })
    if (certain.length === 0) return { joined, possible: left }
    for (const one of certain) if (!closesCircle(one, joined)) joined.push(one)
    left = left.filter((one) => !certain.some(({ from, to }) => from === one.from || to === one.to))
  }
}
