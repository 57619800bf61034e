import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import { verifyPart } from '@/bundle/integrity'
import { issueKeyOf } from '@/bundle/issue-key'
import { findPart } from '@/bundle/lookup'
import type { PaperSigning } from '@/bundle/signature'
import type { IssueHttp } from '@/library/issue-http'
import { isRowUnproven, openRow } from '@/library/open-row'
import { createRowReader } from '@/library/row-reader'
import { whenIdle } from '../ui/when-idle'
import { hasSavedHint } from './hinted-names'
import type { LibraryAccess, LibraryCalls } from './library-access'

/**
 * This browser's library. The first view of a saved issue reads its rows itself; everything else, and whatever is unusual with those
 * rows, is left to the library's calls, which are loaded with Dexie the first time.
 * @param signing the paper's keys, if it signs: saved, opened and imported issues are verified with them
 * @param base path of the paper's site, if it has one
 */
export const createLibraryAccess = (
  http: IssueHttp,
  paper: PaperId,
  signing: PaperSigning = {},
  base?: string,
): LibraryAccess => {
  // The database opens while the rest of the app starts.
  const rows = hasSavedHint() ? createRowReader() : undefined
  let loaded: Promise<LibraryCalls> | undefined
  const load = async (): Promise<LibraryCalls> => {
    try {
      return (await import('./library-calls')).createLibraryCalls(http, paper, signing, base)
    } catch {
      // Its script failed to load: try again on the next call.
      loaded = undefined
      throw new BundleError({ kind: 'unreachable', file: 'library' })
    }
  }
  const calls = (): Promise<LibraryCalls> => (loaded ??= load())
  return {
    paper,
    calls,
    list: async () => (await calls()).list(),
    open: async (key) => {
      const row = await rows?.issue(key)
      if (!row) return (await calls()).open(key)
      const issue = await openRow(row, signing)
      if (row.isUnread) whenIdle(async () => void (await calls()).noteOpened(key))
      return issue
    },
    isUnproven: async (key) => {
      const row = await rows?.issue(key)
      return row ? isRowUnproven(row, key, signing) : (await calls()).isUnproven(key)
    },
    part: async (issue, name) => {
      const entry = findPart(issue, name)
      const bytes = entry && (await rows?.part(issueKeyOf(issue), entry.sha256))
      try {
        if (bytes) return await verifyPart(entry, bytes)
      } catch (error) {
        // Damaged: the library fetches it anew.
        if (!(error instanceof BundleError)) throw error
      }
      return (await calls()).part(issue, name)
    },
    texts: async () => (await calls()).texts(),
  }
}
