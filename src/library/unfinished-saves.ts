import { decodeIssue } from '@/bundle/codec'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { LibraryDb, UnfinishedSaveRow } from './library-db'
import { issueRowKey, keyOfRow } from './row-keys'
import { partRowsOf, soundOr } from './saved-rows'

/** Saves that were begun and have not come to their end, the oldest first. */
export const listUnfinished = async (db: LibraryDb): Promise<UnfinishedSaveRow[]> =>
  (await db.saves.toArray()).sort((a, b) => a.since - b.since)

/** Remembers that a save rests until a person lets it go on; what came so far stays. */
export const pauseSave = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  void (await db.saves.update(issueRowKey(key), { isPaused: true }))

/** Parts of the issue that its row does not name; all of them where it has no row. */
const removeStrangers = async (db: LibraryDb, key: IssueKey): Promise<void> => {
  const row = await db.issues.get(issueRowKey(key))
  const saved = row && soundOr(() => decodeIssue(row.issueJson))
  // A damaged row is left for a person to see: its parts are good, and spare fetching them again.
  if (row && !saved) return
  const named = new Set<string>(saved?.parts.map(({ sha256 }) => sha256))
  const partKeys = await partRowsOf(db, key).primaryKeys()
  await db.parts.bulkDelete(partKeys.filter(([, , sha256]) => !named.has(sha256)))
}

/** Gives a save up: what came of it goes, what was saved before stays as it is. */
export const abandonSave = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  db.transaction('rw', db.issues, db.parts, db.saves, async () => {
    await db.saves.delete(issueRowKey(key))
    await removeStrangers(db, key)
  })

/** Removes parts that belong to no saved issue and to no save under way: what a version without memory left behind. */
export const removeLeftovers = async (db: LibraryDb): Promise<void> => {
  const keys = await db.parts.toCollection().primaryKeys()
  const issues = new Map(keys.map(keyOfRow).map((key) => [formatIssueKey(key), key]))
  for (const key of issues.values())
    await db.transaction('rw', db.issues, db.parts, db.saves, async () => {
      if (!(await db.saves.get(issueRowKey(key)))) await removeStrangers(db, key)
    })
}
