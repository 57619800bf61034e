import { decodeIssue } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { PartEntry } from '@/bundle/issue'
import { issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import type { SignedIssue } from '@/bundle/signature'
import { fetchIssue, type IssueRequest } from './fetch-issue'
import { fetchParts } from './fetch-parts'
import type { IssueHttp } from './issue-http'
import { largePartsOf } from './large-parts'
import { summaryOf, type LibraryDb, type SavedIssueRow } from './library-db'
import { openRow } from './open-row'
import { issueRowKey, partRowKey } from './row-keys'
import { correctionOf, deleteRowsOf, isSameBytes, savedDigests, tryDecode } from './saved-rows'
import { isUnproven } from './saved-issues'
import { NoRoomError } from './storage-fault'

/** The progress of a save. */
export interface SaveProgress {
  readonly doneBytes: number
  readonly totalBytes: number
}

/** With the paper's keys, if it signs: an issue without a valid signature is not saved. */
export interface SaveRequest extends Omit<IssueRequest, 'known'> {
  readonly http: IssueHttp
  readonly signal: AbortSignal
  readonly onProgress?: (progress: SaveProgress) => void
  /** Clock, milliseconds since 1970. */
  readonly now: () => number
  /** False leaves out the parts that may wait for Wi-Fi. */
  readonly withLarge?: boolean
  /** Nobody asked for it: the issue counts as unread, and newer ones will replace it. */
  readonly isAutomatic?: boolean
  /** Bytes that the browser can still store; undefined if it does not say. */
  readonly freeBytes?: () => Promise<number | undefined>
}

/** How often missing parts are looked for: another tab may delete some while this one saves. */
const rounds = 5

/** The revision that is saved, if the paper signed it: no older one ever takes its place. */
const signedRevision = async (
  db: LibraryDb,
  { paper, issue: id, signing }: SaveRequest,
): Promise<number | undefined> => {
  if (!signing?.keys) return undefined
  const row = await db.issues.get(issueRowKey({ paper, issue: id }))
  if (!row?.signature) return undefined
  try {
    return (await openRow(row, signing)).revision
  } catch (error) {
    // A damaged row is no proof of anything.
    if (!(error instanceof BundleError)) throw error
    return undefined
  }
}

/** Whether a later attempt may succeed; after any other fault the save is abandoned. */
const isTransient = (error: unknown): boolean =>
  !(error instanceof BundleError) ||
  ['unreachable', 'server-error', 'page-instead', 'missing-part', 'wrong-digest'].includes(error.fault.kind)

/** @throws NoRoomError if the browser says that the parts do not fit */
const requireRoom = async (missing: readonly PartEntry[], freeBytes: SaveRequest['freeBytes']): Promise<void> => {
  const neededBytes = missing.reduce((sum, { bytes }) => sum + bytes, 0)
  const free = neededBytes > 0 ? await freeBytes?.() : undefined
  if (free !== undefined && free < neededBytes) throw new NoRoomError(neededBytes, free)
}

/** 0 if there is no row, or one so damaged that nothing can be said of it. */
const revisionIn = (row: SavedIssueRow | undefined): number =>
  (row && tryDecode(() => decodeIssue(row.issueJson))?.revision) ?? 0

/**
 * Writes the issue's row and deletes what it replaces, in one transaction. @returns parts that are missing; then
 * nothing is written
 */
const commit = async (
  db: LibraryDb,
  { issueJson, issue, signature }: SignedIssue,
  wanted: readonly PartEntry[],
  request: SaveRequest,
): Promise<readonly PartEntry[]> => {
  const { now, isAutomatic } = request
  const key = issueKeyOf(issue)
  // What only a file claims has no revision that would outrank the paper's.
  const isUnprovenNow = await isUnproven(db, key, request.signing ?? {})
  const before = await db.issues.get(issueRowKey(key))
  const correction = before && (await correctionOf(db, before, issue))
  return db.transaction('rw', db.issues, db.parts, db.saves, async () => {
    const current = await db.issues.get(issueRowKey(key))
    const isOlder = !isUnprovenNow && revisionIn(current) > issue.revision
    const present = await savedDigests(db, key)
    const missing = isOlder ? [] : wanted.filter(({ sha256 }) => !present.has(sha256))
    if (missing.length > 0) return missing
    await db.saves.delete(issueRowKey(key))
    // Another tab has saved a newer revision meanwhile.
    if (isOlder) return []
    const known = new Set(issue.parts.map(({ sha256 }) => sha256))
    await db.parts.bulkDelete(
      [...present].filter((sha256) => !known.has(sha256)).map((sha256) => partRowKey(key, sha256)),
    )
    const withheldBytes = issue.parts.reduce((sum, { sha256, bytes }) => sum + (present.has(sha256) ? 0 : bytes), 0)
    const allBytes = issue.parts.reduce((sum, { bytes }) => sum + bytes, issueJson.byteLength)
    const isNewAutomatic = !current && isAutomatic === true
    await db.issues.put({
      ...key,
      issueJson,
      ...(signature && { signature }),
      revision: issue.revision,
      bytes: allBytes - withheldBytes,
      savedAt: current && isSameBytes(current.issueJson, issueJson) ? current.savedAt : now(),
      summary: summaryOf(issue),
      // An automatic save counts as one only until a person saves the issue too.
      ...((isNewAutomatic || (isAutomatic === true && current?.isPrunable)) && { isPrunable: true as const }),
      ...((isNewAutomatic || current?.isUnread) && { isUnread: true as const }),
      ...(withheldBytes > 0 && { withheldBytes }),
      ...(correction ? { correction } : current?.correction && { correction: current.correction }),
    })
    return []
  })
}

/**
 * Saves an issue, or updates a saved one: every missing part is fetched, verified and stored; then the issue's row is
 * written, in one transaction that also deletes what it replaces. So the library is always in the old state or in the
 * new one. Parts that an earlier, unfinished save stored are not fetched again. Concurrent calls do no harm: they write
 * the same bytes.
 * @throws BundleError, NoRoomError, or whatever storage throws; what was saved before stays untouched
 */
export const saveIssue = async (db: LibraryDb, request: SaveRequest): Promise<void> => {
  const { paper, issue: id, http, signal, onProgress, now, withLarge = true, isAutomatic = false } = request
  const key = { paper, issue: id }
  const earlier = await db.saves.get(issueRowKey(key))
  await db.saves.put({ ...key, since: earlier?.since ?? now(), isPaused: false, withLarge, isAutomatic })
  try {
    const fetched = await fetchIssue(http, { ...request, known: await signedRevision(db, request) }, signal)
    const { issueJson, issue } = fetched
    const large = new Set(withLarge ? [] : largePartsOf(issue))
    const wanted = issue.parts.filter((part) => !large.has(part))
    const totalBytes = wanted.reduce((sum, { bytes }) => sum + bytes, issueJson.byteLength)
    const present = await savedDigests(db, key)
    let missing: readonly PartEntry[] = wanted.filter(({ sha256 }) => !present.has(sha256))
    await requireRoom(missing, request.freeBytes)
    for (let round = 0; round < rounds; round++) {
      const before = totalBytes - missing.reduce((sum, { bytes }) => sum + bytes, 0)
      await fetchParts(missing, {
        fetchPart: (entry, onBytes) => (http.watched?.(onBytes) ?? http).part(id, entry, signal),
        keep: async ({ sha256 }, bytes) => void (await db.parts.put({ ...key, sha256, bytes })),
        onBytes: (bytes) => onProgress?.({ doneBytes: before + bytes, totalBytes }),
        signal,
      })
      missing = await commit(db, fetched, wanted, request)
      if (missing.length === 0) return
    }
    throw new BundleError({ kind: 'missing-part', file: missing[0]?.name ?? '' })
  } catch (error) {
    if (!signal.aborted && !isTransient(error)) await db.saves.delete(issueRowKey(key))
    throw error
  }
}

/** Deletes an issue with its parts and its unfinished save, in one transaction: it is never half deleted. */
export const deleteIssue = async (db: LibraryDb, key: IssueKey): Promise<void> =>
  db.transaction('rw', db.issues, db.parts, db.saves, async () => deleteRowsOf(db, key))
