import { Dexie } from 'dexie'
import { LibraryDb, libraryName } from './library-db'
import { storageFaultOf } from './storage-fault'

/** What happens to the database that a person should know. */
export type LibraryEvent =
  /** A newer version of the app, in another tab, needs the database: this tab is to be reloaded. */
  | 'outdated'
  /** An older tab stands in the way of this one. */
  | 'blocked'
  /** It could not be opened any more, and was begun anew. */
  | 'rebuilt'

/** The database as its users want it: there whenever it is called. */
export interface Library {
  /**
   * Calls with the database. A connection that the system closed is opened again and the call made once more, so a call must
   * bear being made twice. A database that does not open is begun anew.
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
      // A database that is being deleted (no new version) is made again by the next call.
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
  /** Once more, because what the system took away it gives back at the second call; then anew. */
  const open = async (): Promise<LibraryDb> => {
    try {
      return await tryOpen()
    } catch (first) {
      if (!isBroken(first)) throw first
      try {
        return await tryOpen()
      } catch (second) {
        if (!isBroken(second)) throw second
        await Dexie.delete(name)
        const db = await tryOpen()
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
