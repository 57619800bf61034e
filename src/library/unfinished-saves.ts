import { decodeIssue } from '@/bundle/codec'
import { formatIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { LibraryDb, UnfinishedSaveRow } from './library-db'
import { issueRowKey, keyOfRow } from './row-keys'
import { partRowsOf, tryDecode } from './saved-rows'

/** Saves that have begun and not ended, oldest first. */
export const listUnfinished = async (db: LibraryDb): Promise<UnfinishedSaveRow[]> =>
  (await db.saves.toArray()).sort((a, b) => a.since - b.since)

/** Pauses a save until a person resumes it; the parts saved so far stay. */
export const pauseSave = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  void (await db.saves.update(issueRowKey(key), { isPaused: true }))

/** Deletes parts that the issue's row does not list; all parts if it has no row. */
const removeUnlistedParts = async (db: LibraryDb, key: IssueKey): Promise<void> => {
  const row = await db.issues.get(issueRowKey(key))
  const saved = row && tryDecode(() => decodeIssue(row.issueJson))
  // A damaged row stays, so that a person sees it. Its parts are intact and need not be fetched again.
  if (row && !saved) return
  const named = new Set<string>(saved?.parts.map(({ sha256 }) => sha256))
  const partKeys = await partRowsOf(db, key).primaryKeys()
  await db.parts.bulkDelete(partKeys.filter(([, , sha256]) => !named.has(sha256)))
}

/** Abandons a save: its parts are deleted, what was saved before stays as it is. */
export const abandonSave = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  db.transaction('rw', db.issues, db.parts, db.saves, async () => {
    await db.saves.delete(issueRowKey(key))
    await removeUnlistedParts(db, key)
  })

/** Deletes parts that belong to no saved issue and no unfinished save, left by versions that did not record saves. */
export const removeLeftovers = async (db: LibraryDb): Promise<void> => {
  const keys = await db.parts.toCollection().primaryKeys()
  const issues = new Map(keys.map(keyOfRow).map((key) => [formatIssueKey(key), key]))
  for (const key of issues.values())
    await db.transaction('rw', db.issues, db.parts, db.saves, async () => {
      if (!(await db.saves.get(issueRowKey(key)))) await removeUnlistedParts(db, key)
    })
}
