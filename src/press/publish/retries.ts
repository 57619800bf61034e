import { setTimeout as wait } from 'node:timers/promises'
import { isPassing, StoreFault } from './store-fault'

/** How long a store is waited for. */
export interface Patience {
  /** Tries of one request, the first included. */
  readonly tries: number
  /** Before the second try; doubled before each further one, and half of it by chance, so that eight uploads do not come at once. */
  readonly firstDelayMs: number
  /** A try that takes longer has failed; what is sent with it has as much time again as a slow line needs. */
  readonly silenceMs: number
}

/** Some 30 seconds of a store that is busy or away. */
export const usualPatience: Patience = { tries: 7, firstDelayMs: 500, silenceMs: 30_000 }

/** The delay before try `no`, counted from 1. */
const delayMs = ({ firstDelayMs }: Patience, no: number): number =>
  firstDelayMs * 2 ** (no - 1) * (0.5 + Math.random() / 2)

/** Tries again what may go better a moment later. @throws StoreFault, the last one */
export const withRetries = async <Result>(
  call: () => Promise<Result>,
  patience: Patience,
  signal: AbortSignal,
): Promise<Result> => {
  for (let no = 1; ; no++) {
    try {
      return await call()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof StoreFault) || !isPassing(error) || no >= patience.tries) throw error
      await wait(delayMs(patience, no), undefined, { signal })
    }
  }
}
