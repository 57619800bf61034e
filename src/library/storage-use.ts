/** Storage of this app in bytes, as reported by the browser, which may round and blur both figures. */
export interface StorageUse {
  readonly usedBytes: number
  readonly quotaBytes: number
}

const manager = (): StorageManager | undefined => {
  const found: StorageManager | undefined = globalThis.navigator?.storage
  return found
}

const estimateNow = async (): Promise<StorageEstimate | undefined> => {
  try {
    return await manager()?.estimate?.()
  } catch {
    // A browser that forbids storage refuses to say how much of it there is.
    return undefined
  }
}

/** Undefined if the browser does not say. */
export const storageUse = async (): Promise<StorageUse | undefined> => {
  const estimate = await estimateNow()
  if (estimate?.usage === undefined || !estimate.quota) return undefined
  return { usedBytes: estimate.usage, quotaBytes: estimate.quota }
}

/** Bytes that can still be stored; undefined if the browser does not say. */
export const freeBytes = async (): Promise<number | undefined> => {
  const use = await storageUse()
  return use && Math.max(0, use.quotaBytes - use.usedBytes)
}
