import { newestFirst } from '@/bundle/catalog'
import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { IssueId, PaperId, PartName } from '@/bundle/ids'
import { verifyPart } from '@/bundle/integrity'
import type { Issue } from '@/bundle/issue'
import { issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { PaperSigning } from '@/bundle/signature'
import { summaryOf, type IssueSummary, type LibraryDb, type SavedIssueRow } from './library-db'
import { isRowUnproven, openRow } from './open-row'
import { issueRowKey, partRowKey } from './row-keys'
import { tryDecode } from './saved-rows'

/** A saved issue, decoded. */
export interface SavedIssue {
  readonly issue: Issue
  readonly bytes: number
  readonly savedAt: number
}

/** A saved issue as a list shows it, not decoded. */
export interface ShelfEntry extends IssueKey {
  /** Undefined if the row is damaged. */
  readonly summary: IssueSummary | undefined
  readonly bytes: number
  readonly withheldBytes: number
  readonly isPinned: boolean
  readonly isUnread: boolean
}

const byNewest = (a: IssueId, b: IssueId): number => (a < b ? 1 : -1)

/** Every saved issue that is not damaged, newest first. */
export const listSaved = async (db: LibraryDb): Promise<SavedIssue[]> =>
  (await db.issues.toArray())
    .flatMap(({ issueJson, bytes, savedAt }) => {
      const issue = tryDecode(() => decodeIssue(issueJson))
      return issue ? [{ issue, bytes, savedAt }] : []
    })
    .sort((a, b) => byNewest(a.issue.id, b.issue.id))

const summaryOfRow = ({ summary, issueJson }: SavedIssueRow): IssueSummary | undefined =>
  summary ?? tryDecode(() => summaryOf(decodeIssue(issueJson)))

/** Every saved issue, including damaged ones, newest first. */
export const listShelf = async (db: LibraryDb): Promise<ShelfEntry[]> => {
  // All at once: with hundreds of issues a cursor takes several times as long.
  const rows = await db.issues.toArray()
  const entries = rows.map((row) => ({
    paper: row.paper,
    issue: row.issue,
    summary: summaryOfRow(row),
    bytes: row.bytes,
    withheldBytes: row.withheldBytes ?? 0,
    isPinned: row.isPrunable === undefined,
    isUnread: row.isUnread === true,
  }))
  return entries.sort((a, b) => byNewest(a.issue, b.issue))
}

/** Id of the newest saved issue of a paper; reads only the keys, unless a day has several. */
export const newestSaved = async (db: LibraryDb, paper: PaperId): Promise<IssueId | undefined> => {
  const keys = await db.issues.toCollection().primaryKeys()
  const ids = keys.flatMap(([of, issue]) => (of === paper ? [issue] : [])).sort(byNewest)
  const ofDay = ids.filter((id) => id.slice(0, 10) === ids[0]?.slice(0, 10))
  if (ofDay.length < 2) return ofDay[0]
  // Editions of one day: which was published last stands in the issues.
  const rows = await Promise.all(ofDay.map((issue) => db.issues.get(issueRowKey({ paper, issue }))))
  const issues = rows.flatMap((row) => (row && tryDecode(() => decodeIssue(row.issueJson))) ?? [])
  return issues.sort(newestFirst)[0]?.id ?? ofDay[0]
}

/** The issue, or undefined if it is not saved. @throws BundleError */
export const openSaved = async (
  db: LibraryDb,
  key: IssueKey,
  signing: PaperSigning = {},
): Promise<Issue | undefined> => {
  const row = await db.issues.get(issueRowKey(key))
  return row && openRow(row, signing)
}

/** Remembers that the issue was opened. */
export const markRead = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  db.transaction('rw', db.issues, async () => {
    const row = await db.issues.get(issueRowKey(key))
    if (!row?.isUnread) return
    const { isUnread: _, ...rest } = row
    await db.issues.put(rest)
  })

/** Forgets a correction that the reader has seen. */
export const dismissCorrection = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  db.transaction('rw', db.issues, async () => {
    const row = await db.issues.get(issueRowKey(key))
    if (!row?.correction) return
    const { correction: _, ...rest } = row
    await db.issues.put(rest)
  })

/** Number of automatically saved issues that nobody has opened. */
export const countUnread = async (db: LibraryDb): Promise<number> => {
  let count = 0
  await db.issues.each(({ isUnread }) => void (count += isUnread ? 1 : 0))
  return count
}

/** Whether nobody can say who made the issue. */
export const isUnproven = async (db: LibraryDb, key: IssueKey, signing: PaperSigning): Promise<boolean> =>
  isRowUnproven(await db.issues.get(issueRowKey(key)), key, signing)

/**
 * Reads and verifies a part of a saved issue.
 * @throws BundleError `missing-part`, `wrong-digest`
 */
export const readSavedPart = async (db: LibraryDb, issue: Issue, name: PartName): Promise<Uint8Array<ArrayBuffer>> => {
  const entry = findPart(issue, name)
  const row = entry && (await db.parts.get(partRowKey(issueKeyOf(issue), entry.sha256)))
  if (!entry || !row) throw new BundleError({ kind: 'missing-part', file: name })
  return verifyPart(entry, row.bytes)
}
