import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { IssueId, PaperId } from '@/bundle/ids'
import type { IssueHttp } from '../issue-http'
import type { LibraryDb } from '../library-db'
import { readSavedPart } from '../saved-issues'
import { packIssue } from './pack-issue'

export interface ExportRequest {
  readonly paper: PaperId
  readonly issue: IssueId
  /** The site of the issue's own paper, for parts that wait for Wi-Fi or are damaged; absent where it is another's. */
  readonly http?: IssueHttp | undefined
  readonly signal: AbortSignal
}

/**
 * A saved issue as one file, whole.
 * @throws BundleError where the issue is not saved, or a part of it is neither here nor on the site
 */
export const exportIssue = async (db: LibraryDb, { paper, issue: id, http, signal }: ExportRequest): Promise<Blob> => {
  const row = await db.issues.get([paper, id])
  if (!row) throw new BundleError({ kind: 'not-found', file: 'issue.json' })
  const issue = decodeIssue(row.issueJson)
  return packIssue({ ...row, issue }, async (entry) => {
    try {
      return await readSavedPart(db, issue, entry.name)
    } catch (error) {
      if (!http || !(error instanceof BundleError)) throw error
      return http.part(id, entry, signal)
    }
  })
}
