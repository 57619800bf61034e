import { decodePagePart } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import { readIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { IssueSource, OpenIssue } from '../issue/issue-source'
import type { LibraryAccess } from './library-access'
import { hasSavedHint } from './hinted-names'
import { isHintedSaved } from './saved-hint'

/** A saved issue opened from the library. */
export const openedFrom = (library: LibraryAccess, issue: Issue, stranger?: OpenIssue['stranger']): OpenIssue => ({
  issue,
  origin: 'saved',
  ...(stranger && { stranger }),
  page: async (page) => decodePagePart(await library.part(issue, page.part), page.part, issue),
  partUrl: async (name) => {
    const url = URL.createObjectURL(new Blob([await library.part(issue, name)]))
    return { url, release: () => URL.revokeObjectURL(url) }
  },
})

/** What is saved does not come from the paper. Reported only if the network does not have the paper's own either. */
const isForgery = (error: unknown): boolean =>
  error instanceof BundleError && ['not-signed', 'wrong-signature'].includes(error.fault.kind)

/**
 * Opens saved issues first, then asks the network. The library is asked first if the hint says that the issue is saved,
 * and last if the network does not answer, because the hint may be lost.
 */
export const createSavedFirstSource = (library: LibraryAccess, network: IssueSource, paper: PaperId): IssueSource => {
  const openFromLibrary = async (key: IssueKey, isLast = false): Promise<OpenIssue | undefined> => {
    try {
      const [issue, isUnproven] = await Promise.all([library.open(key), library.isUnproven(key)])
      return issue && openedFrom(library, issue, isUnproven ? 'unsigned-file' : undefined)
    } catch (error) {
      // Damaged, or the database does not answer: the network has the issue too.
      if (isLast && isForgery(error)) throw error
      const { storageFaultOf } = await import('@/library/storage-fault')
      if (error instanceof BundleError || storageFaultOf(error)) return undefined
      throw error
    }
  }
  const isOutOfReach = (error: unknown): boolean =>
    error instanceof BundleError && (error.fault.kind === 'unreachable' || error.fault.kind === 'server-error')
  return {
    newest: async (signal) => {
      try {
        return await network.newest(signal)
      } catch (error) {
        // Without a network, the newest issue is the newest saved one.
        const saved = isOutOfReach(error) && hasSavedHint() ? await (await library.calls()).newest() : undefined
        if (!saved) throw error
        return saved
      }
    },
    open: async (id, signal) => {
      const key = readIssueKey(paper, id)
      const saved = key && isHintedSaved(key) ? await openFromLibrary(key) : undefined
      if (saved) return saved
      try {
        return await network.open(id, signal)
      } catch (error) {
        const found = key && isOutOfReach(error) ? await openFromLibrary(key, true) : undefined
        if (!found) throw error
        return found
      }
    },
  }
}
