import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { IssueId, PaperId, PartName } from '@/bundle/ids'
import { verifyPart } from '@/bundle/integrity'
import type { Issue } from '@/bundle/issue'
import { findPart } from '@/bundle/lookup'
import type { PaperSigning } from '@/bundle/signature'
import type { LibraryDb, SavedIssueRow } from './library-db'

/** A saved issue as a list shows it. */
export interface SavedIssue {
  readonly issue: Issue
  readonly bytes: number
  readonly savedAt: number
}

const listed = ({ issueJson, bytes, savedAt }: SavedIssueRow): SavedIssue => ({
  issue: decodeIssue(issueJson),
  bytes,
  savedAt,
})

/** Every saved issue, the newest date first. */
export const listSaved = async (db: LibraryDb): Promise<SavedIssue[]> =>
  (await db.issues.toArray()).map(listed).sort((a, b) => (a.issue.id < b.issue.id ? 1 : -1))

/**
 * The saved issue, or undefined. Stored bytes are untrusted: they are decoded, and their signature verified where the paper
 * signs, as if they came over the network.
 * @throws BundleError
 */
export const openSaved = async (
  db: LibraryDb,
  paper: PaperId,
  id: IssueId,
  signing: PaperSigning = {},
): Promise<Issue | undefined> => {
  const row = await db.issues.get([paper, id])
  const issue = row && decodeIssue(row.issueJson)
  if (row && issue && signing.keys) {
    const { verifySignature } = await import('@/bundle/signature')
    await verifySignature(signing, { ...row, issue })
  }
  return issue
}

/** Whether the saved issue came in as a file. */
export const isFromFile = async (db: LibraryDb, paper: PaperId, id: IssueId): Promise<boolean> =>
  (await db.issues.get([paper, id]))?.isFromFile === true

/**
 * A part of a saved issue, verified.
 * @throws BundleError `missing-part`, `wrong-digest`
 */
export const readSavedPart = async (db: LibraryDb, issue: Issue, name: PartName): Promise<Uint8Array<ArrayBuffer>> => {
  const entry = findPart(issue, name)
  const row = entry && (await db.parts.get([issue.paper.id, issue.id, entry.sha256]))
  if (!entry || !row) throw new BundleError({ kind: 'missing-part', file: name })
  return verifyPart(entry, row.bytes)
}
