import type { Clock } from '@/reader/aloud/speech-port'

/** A clock that stands still until it is advanced. */
export interface FakeClock extends Clock {
  /** Advances by this many milliseconds and runs what is due, in order. */
  readonly advance: (ms: number) => void
}

export const createFakeClock = (): FakeClock => {
  let time = 0
  let serial = 0
  const due = new Map<number, { readonly at: number; readonly run: () => void }>()
  const earliest = (): readonly [number, { readonly at: number; readonly run: () => void }] | undefined =>
    [...due].sort(([a, one], [b, other]) => one.at - other.at || a - b)[0]
  return {
    now: () => time,
    after: (delayMs, run) => {
      const id = ++serial
      due.set(id, { at: time + delayMs, run })
      return () => due.delete(id)
    },
    advance: (ms) => {
      const until = time + ms
      for (let next = earliest(); next && next[1].at <= until; next = earliest()) {
        const [id, { at, run }] = next
        due.delete(id)
        time = at
        run()
      }
      time = until
    },
  }
}
