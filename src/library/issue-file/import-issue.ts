import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import { verifySignature, type PaperSigning } from '@/bundle/signature'
import type { LibraryDb } from '../library-db'
import { IssueFileError } from './issue-file-fault'
import { openIssueFile, type OpenedIssueFile } from './open-issue-file'

/** The paper that this app is for. */
export interface OwnPaper {
  readonly id: PaperId
  readonly signing: PaperSigning
}

export interface ImportRequest {
  readonly file: Blob
  readonly own: OwnPaper
  readonly signal: AbortSignal
  /** Clock, milliseconds since 1970. */
  readonly now: () => number
}

/** `present`: the issue was saved already, in this or another revision, and stays as it is. */
export interface Imported {
  readonly issue: Issue
  readonly outcome: 'imported' | 'present'
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index])

/** Puts the parts, then the row as the commit mark. What it put and can't complete it takes out again. */
const store = async (db: LibraryDb, opened: OpenedIssueFile, { signal, now }: ImportRequest): Promise<void> => {
  const { issue, issueJson, signature } = opened
  const { id } = issue
  const paper = issue.paper.id
  const keys = await db.parts.where('[paper+issue]').equals([paper, id]).primaryKeys()
  const before = new Set<string>(keys.map(([, , sha256]) => sha256))
  try {
    for (const entry of issue.parts) {
      signal.throwIfAborted()
      await db.parts.put({ paper, issue: id, sha256: entry.sha256, bytes: await opened.part(entry) })
    }
    const bytes = issue.parts.reduce((sum, part) => sum + part.bytes, issueJson.byteLength)
    await db.issues.put({
      paper,
      issue: id,
      issueJson,
      ...(signature && { signature }),
      revision: issue.revision,
      bytes,
      savedAt: now(),
      isFromFile: true,
    })
  } catch (error) {
    const added = issue.parts.filter(({ sha256 }) => !before.has(sha256))
    await db.parts.bulkDelete(added.map(({ sha256 }) => [paper, id, sha256]))
    throw error
  }
}

const takeIn = async (db: LibraryDb, request: ImportRequest): Promise<Imported> => {
  const opened = await openIssueFile(request.file)
  const { issue, issueJson } = opened
  const { own } = request
  if (issue.paper.id === own.id) await verifySignature(own.signing, opened)
  const standing = await db.issues.get([issue.paper.id, issue.id])
  if (standing) {
    // The very same issue: whatever the device lost of it is put back. Another revision is never overwritten by a file.
    if (isSame(standing.issueJson, issueJson))
      for (const entry of issue.parts)
        await db.parts.put({
          paper: issue.paper.id,
          issue: issue.id,
          sha256: entry.sha256,
          bytes: await opened.part(entry),
        })
    return { issue, outcome: 'present' }
  }
  await store(db, opened, request)
  return { issue, outcome: 'imported' }
}

/**
 * Takes an issue's file into the library, whole or not at all. The file is untrusted; an issue of the app's own paper must be signed
 * where the paper signs.
 * @throws IssueFileError, or whatever storage throws; nothing that was saved before is touched
 */
export const importIssue = async (db: LibraryDb, request: ImportRequest): Promise<Imported> => {
  try {
    return await takeIn(db, request)
  } catch (error) {
    if (error instanceof BundleError) throw new IssueFileError({ kind: 'bundle', fault: error.fault })
    throw error
  }
}
