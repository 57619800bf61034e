/** What can be wrong with the device's storage. The union is closed: a reader has words for each. */
export type StorageFault =
  /** There is no room left. */
  | 'full'
  /** The browser allows no storage, as in some private windows. */
  | 'refused'
  /** The system closed the connection; a new one may work. */
  | 'closed'
  /** Storage fails with an error of its own. */
  | 'damaged'

const faultByName: Readonly<Record<string, StorageFault>> = {
  QuotaExceededError: 'full',
  NoRoomError: 'full',
  RefusedError: 'refused',
  SecurityError: 'refused',
  MissingAPIError: 'refused',
  MissingAPI: 'refused',
  NotAllowedError: 'refused',
  InvalidAccessError: 'refused',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  InvalidState: 'closed',
  TransactionInactiveError: 'closed',
  UnknownError: 'damaged',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  DataError: 'damaged',
  OpenFailedError: 'damaged',
  VersionError: 'damaged',
  AbortError: 'damaged',
  TimeoutError: 'damaged',
}

/** There is not enough room for what a save would store; nothing was started. */
export class NoRoomError extends Error {
  constructor(
    readonly neededBytes: number,
    readonly freeBytes: number,
  ) {
    super(`needs ${neededBytes} bytes, ${freeBytes} are free`)
    this.name = 'NoRoomError'
  }
}

/** The browser keeps no database, not even an empty one. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/**
 * Whether the browser forbids all storage, as it does with cookies. Then databases fail with an error that says nothing, but
 * `localStorage` can't even be named. A worker has none, and is not told.
 */
const isForbidden = (): boolean => {
  try {
    Reflect.get(globalThis, 'localStorage')
    return false
  } catch {
    return true
  }
}

/**
 * The storage fault behind an error, or behind its `inner` error where Dexie wrapped it; undefined for any other error.
 */
export const storageFaultOf = (error: unknown): StorageFault | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const inner: unknown = Reflect.get(error, 'inner')
  const deeper = inner === error ? undefined : storageFaultOf(inner)
  if (deeper) return deeper
  const name: unknown = Reflect.get(error, 'name')
  const fault = typeof name === 'string' && Object.hasOwn(faultByName, name) ? faultByName[name] : undefined
  return fault === 'damaged' && isForbidden() ? 'refused' : fault
}
