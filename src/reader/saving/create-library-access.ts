import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import type { IssueHttp } from '@/library/issue-http'
import type { LibraryAccess, LibraryCalls } from './library-access'

/**
 * This browser's library. Loaded with Dexie on the first call, because a page from the network does not need it.
 * @param signing the paper's keys, if it signs: saved, opened and imported issues are verified with them
 */
export const createLibraryAccess = (http: IssueHttp, paper: PaperId, signing: PaperSigning = {}): LibraryAccess => {
  let loaded: Promise<LibraryCalls> | undefined
  const load = async (): Promise<LibraryCalls> => {
    try {
      return (await import('./library-calls')).createLibraryCalls(http, paper, signing)
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
    open: async (key) => (await calls()).open(key),
    isUnproven: async (key) => (await calls()).isUnproven(key),
    part: async (issue, name) => (await calls()).part(issue, name),
    texts: async () => (await calls()).texts(),
  }
}
