import { BundleError } from '@/bundle/fault'
import type { PartName } from '@/bundle/ids'
import type { Issue, PartEntry } from '@/bundle/issue'
import { issueKeyOf } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { IssueHttp } from './issue-http'
import { standInsFor } from './large-parts'
import type { LibraryDb } from './library-db'
import { issueRowKey, partRowKey } from './row-keys'
import { readSavedPart } from './saved-issues'
import { storageFaultOf } from './storage-fault'

export interface PartRequest {
  readonly issue: Issue
  readonly name: PartName
  /** The paper's site. Absent for an issue of another paper, whose site this app never asks. */
  readonly http?: IssueHttp | undefined
  readonly signal: AbortSignal
}

type Bytes = Uint8Array<ArrayBuffer>

/** The saved part; undefined if it is missing or damaged. */
const readIntact = async (db: LibraryDb, issue: Issue, name: PartName): Promise<Bytes | undefined> => {
  try {
    return await readSavedPart(db, issue, name)
  } catch (error) {
    // Reading a row whose bytes the system has lost fails with a storage error.
    if (error instanceof BundleError || storageFaultOf(error) === 'damaged') return undefined
    throw error
  }
}

/** Stores a part that was fetched again, if its issue is still saved and there is room. */
const store = async (db: LibraryDb, issue: Issue, { sha256 }: PartEntry, bytes: Bytes): Promise<void> => {
  const key = issueKeyOf(issue)
  try {
    await db.transaction('rw', db.issues, db.parts, async () => {
      const row = await db.issues.get(issueRowKey(key))
      if (!row || row.revision !== issue.revision) return
      const isNew = (await db.parts.where(':id').equals(partRowKey(key, sha256)).count()) === 0
      await db.parts.put({ ...key, sha256, bytes })
      if (!isNew) return
      const { withheldBytes = 0, ...rest } = row
      const left = withheldBytes - bytes.byteLength
      await db.issues.put({
        ...rest,
        bytes: row.bytes + (withheldBytes > 0 ? bytes.byteLength : 0),
        ...(left > 0 && { withheldBytes: left }),
      })
    })
  } catch (error) {
    // The part can be read all the same; it is stored another time.
    if (storageFaultOf(error) === undefined) throw error
  }
}

/**
 * Reads and verifies a part of a saved issue. A part that is damaged or was left out is fetched, and only that part,
 * and stored. If that fails, another width of the same picture is returned.
 * @throws BundleError `missing-part`, `wrong-digest`, `unreachable`
 */
export const readOrRepairPart = async (db: LibraryDb, { issue, name, http, signal }: PartRequest): Promise<Bytes> => {
  const saved = await readIntact(db, issue, name)
  if (saved) return saved
  const entry = findPart(issue, name)
  if (!entry) throw new BundleError({ kind: 'missing-part', file: name })
  try {
    if (!http) throw new BundleError({ kind: 'missing-part', file: name })
    const bytes = await http.part(issue.id, entry, signal)
    await store(db, issue, entry, bytes)
    return bytes
  } catch (error) {
    if (!(error instanceof BundleError)) throw error
    for (const other of standInsFor(issue, name)) {
      const bytes = await readIntact(db, issue, other)
      if (bytes) return bytes
    }
    throw error
  }
}
