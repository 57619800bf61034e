import type { IssueId, PaperId } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import type { LibraryDb } from './library-db'
import { issueRowKey } from './row-keys'
import { deleteRowsOf } from './saved-rows'

/**
 * Deletes the oldest automatically saved issues, so that the newest `keep` of them stay. Issues that a person saved or
 * pinned are neither counted nor deleted. All in one transaction.
 * @returns the issues that were deleted
 */
export const pruneIssues = async (db: LibraryDb, paper: PaperId, keep: number): Promise<IssueId[]> =>
  db.transaction('rw', db.issues, db.parts, db.saves, async () => {
    const prunable: IssueId[] = []
    await db.issues.each((row) => {
      if (row.paper === paper && row.isPrunable) prunable.push(row.issue)
    })
    const pruned = prunable.sort((a, b) => (a < b ? 1 : -1)).slice(keep)
    for (const issue of pruned) await deleteRowsOf(db, { paper, issue })
    return pruned
  })

/** Keeps an issue until a person deletes it, or lets newer ones replace it. */
export const pinIssue = async (db: LibraryDb, key: IssueKey, isPinned: boolean): Promise<void> =>
  db.transaction('rw', db.issues, async () => {
    const row = await db.issues.get(issueRowKey(key))
    if (!row) return
    const { isPrunable: _, ...rest } = row
    await db.issues.put({ ...rest, ...(!isPinned && { isPrunable: true as const }) })
  })
