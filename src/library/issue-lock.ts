import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'

/** What a piece of work is told of its turn: whether another tab had the issue before. */
export interface Turn {
  readonly hasWaited: boolean
}

const locks = (): LockManager | undefined => {
  const found: LockManager | undefined = globalThis.navigator?.locks
  return found
}

/**
 * Does work on a saved issue while no other tab does work on it; waits for its turn. Where the browser has no locks it is done
 * at once: that costs double work, never a wrong result. `onWait` is called before a wait.
 */
export const withIssueLock = async <Result>(
  key: IssueKey,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: () => void },
  work: (turn: Turn) => Promise<Result>,
): Promise<Result> => {
  const manager = locks()
  if (!manager) return work({ hasWaited: false })
  const name = `banmian:${formatIssueKey(key)}`
  const free = await manager.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { result: await work({ hasWaited: false }) } : undefined,
  )
  if (free) return free.result
  onWait()
  return manager.request(name, { signal }, () => work({ hasWaited: true }))
}
