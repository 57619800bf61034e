import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { IssueKey } from '@/bundle/issue-key'
import type { IssueHttp } from '../issue-http'
import type { LibraryDb } from '../library-db'
import { issueRowKey } from '../row-keys'
import { readSavedPart } from '../saved-issues'
import { packIssue } from './pack-issue'

export interface ExportRequest extends IssueKey {
  /** The paper's site, for parts that are damaged or still wait for Wi-Fi. Absent for an issue of another paper. */
  readonly http?: IssueHttp | undefined
  readonly signal: AbortSignal
}

/**
 * Packs a saved issue, with all its parts, into one file.
 * @throws BundleError if the issue is not saved, or a part is neither saved nor on the site
 */
export const exportIssue = async (db: LibraryDb, request: ExportRequest): Promise<Blob> => {
  const { issue: id, http, signal } = request
  const row = await db.issues.get(issueRowKey(request))
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
