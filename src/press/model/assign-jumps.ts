import type { JumpCandidate } from './jump-evidence'

/** The candidates that are certain, and those that remain possible. */
export interface Assignment {
  readonly joined: readonly JumpCandidate[]
  readonly possible: readonly JumpCandidate[]
}

const rivalsOf = (one: JumpCandidate, all: readonly JumpCandidate[]): JumpCandidate[] =>
  all.filter((other) => other !== one && (other.from === one.from || other.to === one.to))

/** Whether following the joins from `to` leads back to `from`. */
const closesCircle = ({ from, to }: JumpCandidate, joined: readonly JumpCandidate[]): boolean => {
  const next = joined.find((other) => other.from === to)
  return next !== undefined && (next.to === from || closesCircle({ ...next, from }, joined))
}

/**
 * Chooses joins across the whole issue. A candidate is certain if it has no rival at either end, or more evidence than
 * every rival. Choosing it eliminates its rivals, which may make others certain; this repeats until nothing changes. A
 * tie is not joined: both candidates remain possible.
 */
export const assignJumps = (candidates: readonly JumpCandidate[]): Assignment => {
  const joined: JumpCandidate[] = []
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
