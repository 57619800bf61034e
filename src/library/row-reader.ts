import type { Sha256 } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import type { SavedIssueRow } from './library-db'
import { issueRowKey, libraryName, partRowKey } from './row-keys'

type Bytes = Uint8Array<ArrayBuffer>

/** What opening a saved issue needs of its row. */
export type OpenedRow = Pick<SavedIssueRow, 'issueJson' | 'signature' | 'isFromFile' | 'isUnread'>

/**
 * Reads the rows that the first view of a saved issue needs, without Dexie, which a slow phone would have to load and start first.
 * Where anything is unusual (no database, no such row, an upgrade, a lost connection), the answer is undefined, and the library
 * itself is asked.
 */
export interface RowReader {
  readonly issue: (key: IssueKey) => Promise<OpenedRow | undefined>
  readonly part: (key: IssueKey, sha256: Sha256) => Promise<Bytes | undefined>
}

/** A database that takes longer than this to open waits for another tab, milliseconds. */
const patienceMs = 1000

/** Undefined where the browser forbids databases, each in its own way. */
const request = (name: string): IDBOpenDBRequest | undefined => {
  try {
    return indexedDB.open(name)
  } catch {
    return undefined
  }
}

const open = (name: string): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const opening = request(name)
    if (!opening) return resolve(undefined)
    let isGivenUp = false
    const patience = setTimeout(() => {
      isGivenUp = true
      resolve(undefined)
    }, patienceMs)
    // There is none: it is not made here, as it would have no stores.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => {
      clearTimeout(patience)
      resolve(undefined)
    }
    opening.onsuccess = () => {
      clearTimeout(patience)
      const { result: db } = opening
      if (isGivenUp) return db.close()
      // Never in the way of a tab with a newer version.
      db.onversionchange = () => db.close()
      resolve(db)
    }
  })

const get = (db: IDBDatabase, store: string, key: string[]): Promise<unknown> =>
  new Promise((resolve) => {
    try {
      const request: IDBRequest<unknown> = db.transaction(store).objectStore(store).get(key)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
    } catch (error) {
      // The connection was closed, or the store is of a later version.
      if (!(error instanceof DOMException)) throw error
      resolve(undefined)
    }
  })

const valueIn = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
const bytesIn = (row: unknown, name: string): Bytes | undefined => {
  const value = valueIn(row, name)
  return value instanceof Uint8Array ? new Uint8Array(value) : undefined
}

export const createRowReader = (name = libraryName): RowReader => {
  const db = open(name)
  const row = async (store: string, key: string[]): Promise<unknown> => {
    const opened = await db
    return opened && get(opened, store, key)
  }
  return {
    issue: async (key) => {
      const found = await row('issues', issueRowKey(key))
      const issueJson = bytesIn(found, 'issueJson')
      const signature = bytesIn(found, 'signature')
      return (
        issueJson && {
          issueJson,
          ...(signature && { signature }),
          ...(valueIn(found, 'isFromFile') === true && { isFromFile: true }),
          ...(valueIn(found, 'isUnread') === true && { isUnread: true }),
        }
      )
    },
    part: async (key, sha256) => bytesIn(await row('parts', partRowKey(key, sha256)), 'bytes'),
  }
}
