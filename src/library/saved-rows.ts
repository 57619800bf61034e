import type { Collection } from 'dexie'
import { decodeIssue, decodePagePart } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { Sha256 } from '@/bundle/ids'
import type { Issue, Page } from '@/bundle/issue'
import { issueKeyOf, type IssueKey } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { PagePart } from '@/bundle/page-part'
import { differenceOf } from '@/bundle/issue-difference'
import type { Correction, LibraryDb, SavedIssueRow, SavedPartRow } from './library-db'
import { issueRowKey, partRowKey, type PartRowKey } from './row-keys'

/** The saved parts of an issue. */
export const partRowsOf = (db: LibraryDb, key: IssueKey): Collection<SavedPartRow, PartRowKey> =>
  db.parts.where('[paper+issue]').equals(issueRowKey(key))

/** Deletes an issue's row, its parts and its unfinished save. Call it in one transaction over the three tables. */
export const deleteRowsOf = async (db: LibraryDb, key: IssueKey): Promise<void> => {
  await db.issues.delete(issueRowKey(key))
  await db.saves.delete(issueRowKey(key))
  await partRowsOf(db, key).delete()
}

/** Digests of an issue's parts that are in the database. */
export const savedDigests = async (db: LibraryDb, key: IssueKey): Promise<Set<Sha256>> => {
  const keys = await partRowsOf(db, key).primaryKeys()
  return new Set(keys.map(([, , sha256]) => sha256))
}

/** The decoded value; undefined if the bytes are damaged. */
export const tryDecode = <Value>(decode: () => Value): Value | undefined => {
  try {
    return decode()
  } catch (error) {
    if (error instanceof BundleError) return undefined
    throw error
  }
}

export const isSameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index])

/**
 * What a newer revision changes in a saved one, from the parts of both; undefined if it is not newer, or the saved one
 * is damaged.
 */
export const correctionOf = async (
  db: LibraryDb,
  { issueJson, correction }: SavedIssueRow,
  after: Issue,
): Promise<Correction | undefined> => {
  const before = tryDecode(() => decodeIssue(issueJson))
  if (!before || before.revision >= after.revision) return undefined
  const texts = new Map<Page, PagePart>()
  for (const issue of [before, after])
    for (const page of issue.pages) {
      const sha256 = findPart(issue, page.part)?.sha256
      const row = sha256 && (await db.parts.get(partRowKey(issueKeyOf(issue), sha256)))
      const part = row && tryDecode(() => decodePagePart(row.bytes, page.part, issue))
      if (part) texts.set(page, part)
    }
  const difference = differenceOf(before, after, (_, page) => texts.get(page))
  const known = correction ?? { from: before.revision, changed: [], withdrawn: [], added: [] }
  // If the reader has not seen the earlier correction yet, both are shown as one.
  return {
    from: known.from,
    to: after.revision,
    changed: [...new Set([...known.changed, ...difference.changed])].filter((id) => !difference.withdrawn.includes(id)),
    withdrawn: [...new Set([...known.withdrawn, ...difference.withdrawn])],
    added: [...new Set([...known.added, ...difference.added])],
  }
}
