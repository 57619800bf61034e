import type { IssueId, PaperId } from '@/bundle/ids'
import type { PartEntry } from '@/bundle/issue'
import type { PaperSigning } from '@/bundle/signature'
import { fetchIssue } from './fetch-issue'
import type { IssueHttp } from './issue-http'
import type { LibraryDb } from './library-db'

/** How far a save has come. */
export interface SaveProgress {
  readonly doneBytes: number
  readonly totalBytes: number
}

export interface SaveRequest {
  readonly paper: PaperId
  readonly issue: IssueId
  /** The paper's keys, where it signs: an issue without its signature is not saved. */
  readonly signing?: PaperSigning
  readonly http: IssueHttp
  readonly signal: AbortSignal
  readonly onProgress?: (progress: SaveProgress) => void
  /** Clock, milliseconds since 1970. */
  readonly now: () => number
}

/** So many parts are on their way at once. */
const parallelParts = 4

/** What is left of an older save that never came to its end, or of an older revision. */
const removeStrangers = async (
  db: LibraryDb,
  paper: PaperId,
  issue: IssueId,
  parts: readonly PartEntry[],
): Promise<void> => {
  const known = new Set<string>(parts.map(({ sha256 }) => sha256))
  const keys = await db.parts.where('[paper+issue]').equals([paper, issue]).primaryKeys()
  await db.parts.bulkDelete(keys.filter(([, , sha256]) => !known.has(sha256)))
}

/**
 * Saves an issue: every part is fetched, verified, put; the issue's row is written last and marks it saved. What an earlier,
 * broken save already put is not fetched again. Two calls at once do no harm: both write the same bytes.
 * @throws BundleError, or whatever storage throws; nothing that was saved before is touched
 */
export const saveIssue = async (
  db: LibraryDb,
  { paper, issue: id, signing, http, signal, onProgress, now }: SaveRequest,
): Promise<void> => {
  const { issue, issueJson, signature } = await fetchIssue(http, { paper, issue: id, signing }, signal)
  const totalBytes = issue.parts.reduce((sum, { bytes }) => sum + bytes, issueJson.byteLength)
  let doneBytes = issueJson.byteLength
  const report = (bytes: number): void => onProgress?.({ doneBytes: (doneBytes += bytes), totalBytes })
  report(0)

  const present = new Set<string>(
    (await db.parts.where('[paper+issue]').equals([paper, id]).primaryKeys()).map(([, , sha256]) => sha256),
  )
  const waiting = [...issue.parts]
  const worker = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      signal.throwIfAborted()
      if (!present.has(entry.sha256))
        await db.parts.put({ paper, issue: id, sha256: entry.sha256, bytes: await http.part(id, entry, signal) })
      report(entry.bytes)
    }
  }
  const guarded = async (): Promise<void> => {
    try {
      await worker()
    } finally {
      // One failed: the others finish the part they have and take up nothing more.
      waiting.length = 0
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: parallelParts }, guarded))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  signal.throwIfAborted()
  await db.issues.put({
    paper,
    issue: id,
    issueJson,
    ...(signature && { signature }),
    revision: issue.revision,
    bytes: totalBytes,
    savedAt: now(),
  })
  await removeStrangers(db, paper, id, issue.parts)
}

/** Takes an issue out: first its row, so that it is never half there, then its parts. */
export const deleteIssue = async (db: LibraryDb, paper: PaperId, issue: IssueId): Promise<void> => {
  await db.issues.delete([paper, issue])
  await db.parts.where('[paper+issue]').equals([paper, issue]).delete()
}
