import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { PaperSigning } from '@/bundle/signature'
import type { IssueHttp } from '@/library/issue-http'
import type { LibraryAccess, LibraryCalls } from './library-access'

/**
 * The library of this browser. It is loaded, with Dexie, at the first call: a page from the network needs none of it.
 * @param signing the paper's keys, where it signs: what is saved, opened, taken in is verified by them
 */
export const createLibraryAccess = (http: IssueHttp, paper: PaperId, signing: PaperSigning = {}): LibraryAccess => {
  let loaded: Promise<LibraryCalls> | undefined
  const load = async (): Promise<LibraryCalls> => {
    try {
      return (await import('./library-calls')).createLibraryCalls(http, paper, signing)
    } catch {
      // Its script did not come: asked again the next time.
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
