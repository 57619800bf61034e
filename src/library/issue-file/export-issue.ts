import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { IssueId, PaperId } from '@/bundle/ids'
import { readSavedPart } from '../saved-issues'
import type { LibraryDb } from '../library-db'
import { packIssue } from './pack-issue'

/**
 * A saved issue as one file.
 * @throws BundleError where the issue is not saved, or a part of it does not agree any more
 */
export const exportIssue = async (db: LibraryDb, paper: PaperId, id: IssueId): Promise<Blob> => {
  const row = await db.issues.get([paper, id])
  if (!row) throw new BundleError({ kind: 'not-found', file: 'issue.json' })
  const issue = decodeIssue(row.issueJson)
  return packIssue({ ...row, issue }, ({ name }) => readSavedPart(db, issue, name))
}
