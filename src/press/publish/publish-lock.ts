import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import type { Store, StoredObject, WriteCondition } from './store'

/** One publisher at a time holds this object. */
export const lockKey = '.press/lock.json'

const lockRecord = v.object({ owner: v.string(), who: v.string(), since: v.string() })
export type LockRecord = v.InferOutput<typeof lockRecord>

export interface LockTimes {
  /** A lock is written again so often, and found out to be lost as soon. */
  readonly renewMs: number
  /** A lock that was not renewed for so long was left by a publisher that died. */
  readonly staleMs: number
  /** On a store without conditional writes: how long to wait for another one who wrote at the same moment. */
  readonly settleMs: number
}

export const usualLockTimes: LockTimes = { renewMs: 60_000, staleMs: 20 * 60_000, settleMs: 3000 }

/** The lock that this publisher holds. */
export interface PublishLock {
  /** Aborts when the lock is found to belong to somebody else. */
  readonly lost: AbortSignal
  /** The publisher that died with the lock, if there was one, or whose lock was broken. */
  readonly takenFrom?: LockRecord
  /** Whether the lock is still ours, asked now. */
  readonly isOurs: () => Promise<boolean>
  /** Gives it back; one that was lost is left to whom it belongs. */
  readonly release: () => Promise<void>
}

export type LockAttempt = { readonly lock: PublishLock } | { readonly heldBy: LockRecord }

export interface LockOptions {
  /** Names this publisher to others: `user@host`. */
  readonly who: string
  /** Whether to take the lock even from a publisher that may be alive. */
  readonly isBreaking: boolean
  readonly times: LockTimes
}

const headers = { contentType: 'application/json', cacheControl: 'no-store' }
const unknownHolder: LockRecord = { owner: '', who: 'somebody', since: 'an unknown time' }

const recordOf = ({ bytes }: StoredObject): LockRecord => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), lockRecord), new TextDecoder().decode(bytes))
  return read.success ? read.output : unknownHolder
}

/**
 * Takes the lock with a conditional write; whether the store really keeps the condition is tried out on the lock itself. A store that
 * does not keep it gets a plain write, a moment's wait, and a second look: the last writer wins, and all others see that. Such a
 * store is asked again before anything that readers see is written.
 * @throws StoreFault
 */
export const takeLock = async (
  store: Store,
  { who, isBreaking, times }: LockOptions,
  signal: AbortSignal,
): Promise<LockAttempt> => {
  const own: LockRecord = { owner: randomUUID(), who, since: new Date().toISOString() }
  const bytes = new TextEncoder().encode(JSON.stringify(own))
  const holder = async (at = signal): Promise<LockRecord | undefined> => {
    const object = await store.get(lockKey, at)
    return object && recordOf(object)
  }
  const isOurs = async (at = signal): Promise<boolean> => (await holder(at))?.owner === own.owner

  const before = await store.get(lockKey, signal)
  const isStale = before !== undefined && before.ageMs > times.staleMs
  if (before && !isStale && !isBreaking) return { heldBy: recordOf(before) }

  const writePlainly = async (): Promise<boolean> => {
    await store.put(lockKey, bytes, headers, signal)
    await wait(times.settleMs, undefined, { signal })
    return isOurs()
  }
  /** An answer that was lost on the way looks like a refusal when the request is sent again. */
  const writeIf = async (condition: WriteCondition): Promise<boolean> => {
    const { result } = await store.putIf(lockKey, bytes, condition, signal)
    if (result === 'unsupported') return writePlainly()
    return result === 'written' || isOurs()
  }
  const isTaken = await writeIf(before ? { ifEtag: before.etag } : { ifAbsent: true })
  if (isTaken) {
    // A store that keeps the condition must refuse to write again what is there now. Whether it keeps the one by which a lock is
    // taken over can't be tried out, so there the moment is always waited.
    const { result } = await store.putIf(lockKey, bytes, { ifAbsent: true }, signal)
    if (result === 'written' || before) await wait(times.settleMs, undefined, { signal })
  }
  if (!isTaken || !(await isOurs())) return { heldBy: (await holder()) ?? unknownHolder }

  const lost = new AbortController()
  const { signal: always } = new AbortController()
  const renew = async (): Promise<void> => {
    const object = await store.get(lockKey, always)
    if (!object || recordOf(object).owner !== own.owner) return lost.abort()
    const { result } = await store.putIf(lockKey, bytes, { ifEtag: object.etag }, always)
    if (result === 'unsupported') await store.put(lockKey, bytes, headers, always)
  }
  const timer = setInterval(() => {
    // A store that does not answer now will be asked again, by the uploads too.
    renew().catch(() => undefined)
  }, times.renewMs)
  timer.unref()
  return {
    lock: {
      lost: lost.signal,
      ...(before && { takenFrom: recordOf(before) }),
      isOurs: async () => !lost.signal.aborted && (await isOurs(always)),
      release: async () => {
        clearInterval(timer)
        if (!lost.signal.aborted && (await isOurs(always))) await store.remove(lockKey, always)
      },
    },
  }
}
