import type { IssueId, PaperId } from '@/bundle/ids'
import type { IssueKey } from '@/bundle/issue-key'
import type { LibraryDb } from './library-db'
import { issueRowKey } from './row-keys'
import { deleteRowsOf } from './saved-rows'

/**
 * Takes out the oldest issues that saved themselves, so that the newest `keep` of them stay; what a person saved, or pinned,
 * is not counted and never goes. All in one transaction.
 * @returns the issues that went
 */
export const pruneIssues = async (db: LibraryDb, paper: PaperId, keep: number): Promise<IssueId[]> =>
  db.transaction('rw', db.issues, db.parts, db.saves, async () => {
    const prunable: IssueId[] = []
    await db.issues.each((row) => {
      if (row.paper === paper && row.isPrunable) prunable.push(row.issue)
    })
    const going = prunable.sort((a, b) => (a < b ? 1 : -1)).slice(keep)
    for (const issue of going) await deleteRowsOf(db, { paper, issue })
    return going
  })

/** Keeps an issue for good, or lets it go by itself when newer ones come. */
export const pinIssue = async (db: LibraryDb, key: IssueKey, isPinned: boolean): Promise<void> =>
  db.transaction('rw', db.issues, async () => {
    const row = await db.issues.get(issueRowKey(key))
    if (!row) return
    const { isPrunable: _, ...rest } = row
    await db.issues.put({ ...rest, ...(!isPinned && { isPrunable: true as const }) })
  })
