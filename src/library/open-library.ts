import { Dexie } from 'dexie'
import { LibraryDb } from './library-db'
import { libraryName } from './row-keys'
import { RefusedError, storageFaultOf } from './storage-fault'

/** Events of the database that a person should know about. */
export type LibraryEvent =
  /** A newer version of the app, in another tab, needs the database: this tab should be reloaded. */
  | 'outdated'
  /** A tab with an older version keeps this one from opening the database. */
  | 'blocked'
  /** The database could no longer be opened, and an empty one replaced it. */
  | 'rebuilt'

/** The database, opened whenever it is needed. */
export interface Library {
  /**
   * Calls with the database. If the system closed the connection, it is opened again and the call repeated, so calling
   * twice must be harmless. A database that can't be opened is replaced by an empty one.
   * @throws RefusedError if not even that can be opened
   */
  readonly run: <Result>(call: (db: LibraryDb) => Promise<Result>) => Promise<Result>
  readonly close: () => void
}

export const openLibrary = (onEvent: (event: LibraryEvent) => void, name = libraryName): Library => {
  let current: Promise<LibraryDb> | undefined

  const create = (): LibraryDb => {
    const db = new LibraryDb(name)
    db.on('blocked', () => onEvent('blocked'))
    db.on('versionchange', ({ newVersion }) => {
      // If the database is being deleted (no new version), the next call creates it again.
      if (newVersion) onEvent('outdated')
    })
    return db
  }
  const tryOpen = async (): Promise<LibraryDb> => {
    const db = create()
    try {
      await db.open()
      return db
    } catch (error) {
      db.close()
      throw error
    }
  }
  const isBroken = (error: unknown): boolean => ['closed', 'damaged'].includes(storageFaultOf(error) ?? '')
  const replace = async (): Promise<LibraryDb> => {
    try {
      await Dexie.delete(name)
      return await tryOpen()
    } catch (error) {
      throw isBroken(error) ? new RefusedError() : error
    }
  }
  /**
   * Tries twice, because after the system closed a connection the second attempt succeeds; then starts with an empty
   * one.
   */
  const open = async (): Promise<LibraryDb> => {
    try {
      return await tryOpen()
    } catch (first) {
      if (!isBroken(first)) throw first
      try {
        return await tryOpen()
      } catch (second) {
        if (!isBroken(second)) throw second
        const db = await replace()
        onEvent('rebuilt')
        return db
      }
    }
  }
  const opened = (): Promise<LibraryDb> => {
    current ??= open().catch((error: unknown) => {
      current = undefined
      throw error
    })
    return current
  }
  const drop = async (): Promise<void> => {
    const old = current
    current = undefined
    ;(await old)?.close()
  }
  return {
    run: async (call) => {
      const db = await opened()
      try {
        return await call(db)
      } catch (error) {
        if (storageFaultOf(error) !== 'closed') throw error
        await drop()
        return call(await opened())
      }
    },
    close: () => void drop(),
  }
}
