import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import { issueKeyOf } from '@/bundle/issue-key'
import { mustBeSigned, verifySignature, type PaperSigning, type SignedIssue } from '@/bundle/signature'
import { summaryOf, type LibraryDb, type SavedPartRow } from '../library-db'
import { issueRowKey, partRowKey } from '../row-keys'
import { isSameBytes, savedDigests } from '../saved-rows'
import { IssueFileError } from './issue-file-fault'
import { openIssueFile, type OpenedIssueFile } from './open-issue-file'

/** The paper that this app was built for. */
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

/** `present`: the issue was already saved, in this or another revision, and stays as it is. */
export interface Imported {
  readonly issue: Issue
  readonly outcome: 'imported' | 'present'
}

/** Verifies all parts before anything is written, because a transaction would not wait for a digest. */
const partsOf = async ({ issue, parts }: OpenedIssueFile, signal: AbortSignal): Promise<SavedPartRow[]> => {
  const rows: SavedPartRow[] = []
  signal.throwIfAborted()
  for await (const [{ sha256 }, bytes] of parts()) {
    signal.throwIfAborted()
    rows.push({ ...issueKeyOf(issue), sha256, bytes })
  }
  signal.throwIfAborted()
  return rows
}

/**
 * Writes the row and the parts in one transaction. If the same issue is already saved, missing parts are added and it
 * is kept like an issue that a person saved. A file never overwrites another revision.
 */
const write = async (
  db: LibraryDb,
  { issue, issueJson, signature }: SignedIssue,
  { parts, savedAt }: { readonly parts: readonly SavedPartRow[]; readonly savedAt: number },
): Promise<Imported['outcome']> => {
  const key = issueKeyOf(issue)
  const named = new Set(issue.parts.map(({ sha256 }) => sha256))
  const bytes = issue.parts.reduce((sum, part) => sum + part.bytes, issueJson.byteLength)
  return db.transaction('rw', db.issues, db.parts, db.saves, async () => {
    const existing = await db.issues.get(issueRowKey(key))
    if (existing && !isSameBytes(existing.issueJson, issueJson)) return 'present'
    // Parts of another revision, left by an unfinished save.
    const unlisted = [...(await savedDigests(db, key))].filter((sha256) => !named.has(sha256))
    await db.parts.bulkDelete(unlisted.map((sha256) => partRowKey(key, sha256)))
    await db.saves.delete(issueRowKey(key))
    await db.parts.bulkPut(parts)
    const signed = signature && { signature }
    if (existing) {
      const { isPrunable: _, withheldBytes: __, ...rest } = existing
      await db.issues.put({ ...rest, ...signed, bytes })
      return 'present'
    }
    const { revision } = issue
    const row = { ...key, issueJson, ...signed, revision, bytes, savedAt, summary: summaryOf(issue) }
    await db.issues.put({ ...row, isFromFile: true })
    return 'imported'
  })
}

const verifyAndWrite = async (db: LibraryDb, { file, own, signal, now }: ImportRequest): Promise<Imported> => {
  const opened = await openIssueFile(file)
  const { issue } = opened
  if (issue.paper.id === own.id) await verifySignature(own.signing, opened)
  const parts = await partsOf(opened, signal)
  return { issue, outcome: await write(db, opened, { parts, savedAt: now() }) }
}

/** What a file claims to be, before anything of it is stored. */
export interface PeekedFile {
  readonly issue: Issue
  /** Whether a key of the app's own paper signed it; of another paper's signature nothing is known here. */
  readonly isSigned: boolean
}

const asFileFault = (error: unknown): unknown =>
  error instanceof BundleError ? new IssueFileError({ kind: 'bundle', fault: error.fault }) : error

/** Looks into an issue's file and stores nothing. @throws IssueFileError, also where `importIssue` would refuse the issue */
export const peekIssue = async (file: Blob, own: OwnPaper): Promise<PeekedFile> => {
  try {
    const opened = await openIssueFile(file)
    const { issue } = opened
    if (issue.paper.id !== own.id) return { issue, isSigned: false }
    await verifySignature(own.signing, opened)
    return { issue, isSigned: mustBeSigned(own.signing, issue.id) }
  } catch (error) {
    throw asFileFault(error)
  }
}

/**
 * Imports an issue's file into the library, completely or not at all. The file is untrusted; an issue of the app's own
 * paper must be signed if the paper signs.
 * @throws IssueFileError, or whatever storage throws; what was saved before stays untouched
 */
export const importIssue = async (db: LibraryDb, request: ImportRequest): Promise<Imported> => {
  try {
    return await verifyAndWrite(db, request)
  } catch (error) {
    throw asFileFault(error)
  }
}
