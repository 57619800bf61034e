import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'

/** What work on an issue is told when it gets the lock. */
export interface LockGrant {
  /** Whether another tab had the lock first. */
  readonly hasWaited: boolean
}

const locks = (): LockManager | undefined => {
  const found: LockManager | undefined = globalThis.navigator?.locks
  return found
}

/**
 * Runs work on an issue while no other tab works on it; calls `onWait` if it has to wait. In a browser without locks
 * the work runs at once: it may be done twice, but the result is never wrong.
 */
export const withIssueLock = async <Result>(
  key: IssueKey,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: () => void },
  work: (grant: LockGrant) => Promise<Result>,
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
