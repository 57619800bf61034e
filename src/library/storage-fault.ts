/** What is wrong with the device's storage, closed: a reader has words for each. */
export type StorageFault =
  /** There is no room. */
  | 'full'
  /** The browser allows none, as in some private windows. */
  | 'refused'
  /** The system closed the connection under us; a new one may work. */
  | 'closed'
  /** It answers with an error of its own. */
  | 'damaged'

const faultByName: Readonly<Record<string, StorageFault>> = {
  QuotaExceededError: 'full',
  NoRoomError: 'full',
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

/** There is not room enough for what a save would bring; nothing was begun. */
export class NoRoomError extends Error {
  constructor(
    readonly neededBytes: number,
    readonly freeBytes: number,
  ) {
    super(`needs ${neededBytes} bytes, ${freeBytes} are free`)
    this.name = 'NoRoomError'
  }
}

/** The fault behind an error of storage, whose cause Dexie keeps inside; undefined for every other error. */
export const storageFaultOf = (error: unknown): StorageFault | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const inner: unknown = Reflect.get(error, 'inner')
  const deeper = inner === error ? undefined : storageFaultOf(inner)
  if (deeper) return deeper
  const name: unknown = Reflect.get(error, 'name')
  return typeof name === 'string' && Object.hasOwn(faultByName, name) ? faultByName[name] : undefined
}
