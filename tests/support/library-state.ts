import { decodeIssue } from '@/bundle/codec'
import type { LibraryDb } from '@/library/library-db'
import { readSavedPart } from '@/library/saved-issues'

/** What is saved, as a reader would find it: all issues and their revisions, with every part read and verified. */
export const stateOf = async (db: LibraryDb): Promise<readonly string[]> => {
  const rows = await db.issues.toArray()
  const lines: string[] = []
  for (const { issue: id, issueJson, revision, withheldBytes } of rows) {
    const issue = decodeIssue(issueJson)
    for (const { name } of issue.parts) await readSavedPart(db, issue, name)
    lines.push(
      `${id} revision ${issue.revision}, row says ${revision}${withheldBytes ? `, less ${withheldBytes}` : ''}`,
    )
  }
  return lines.sort()
}

/** Number of parts in the database that no saved issue lists. */
export const unlistedPartsIn = async (db: LibraryDb): Promise<number> => {
  const named = new Set<string>()
  for (const { issue: id, issueJson } of await db.issues.toArray())
    for (const { sha256 } of decodeIssue(issueJson).parts) named.add(`${id} ${sha256}`)
  const keys = await db.parts.toCollection().primaryKeys()
  return keys.filter(([, issue, sha256]) => !named.has(`${issue} ${sha256}`)).length
}
