import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { IssueHttp } from '@/library/issue-http'
import type { LibraryAccess, LibraryCalls } from './library-access'

/** The library of this browser. It is loaded, with Dexie, at the first call: a page from the network needs none of it. */
export const createLibraryAccess = (http: IssueHttp, paper: PaperId): LibraryAccess => {
  let loaded: Promise<LibraryCalls> | undefined
  const load = async (): Promise<LibraryCalls> => {
    try {
      return (await import('./library-calls')).createLibraryCalls(http, paper)
    } catch {
      // Its script did not come: asked again the next time.
      loaded = undefined
      throw new BundleError({ kind: 'unreachable', file: 'library' })
    }
  }
  const calls = (): Promise<LibraryCalls> => (loaded ??= load())
  return {
    calls,
    list: async () => (await calls()).list(),
    open: async (issue) => (await calls()).open(issue),
    part: async (issue, name) => (await calls()).part(issue, name),
    texts: async () => (await calls()).texts(),
  }
}
