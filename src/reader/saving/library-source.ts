import { decodePagePart } from '@/bundle/codec'
import { BundleError } from '@/bundle/fault'
import type { PaperId } from '@/bundle/ids'
import type { Issue } from '@/bundle/issue'
import { readIssueKey, type IssueKey } from '@/bundle/issue-key'
import type { IssueSource, NewestIssue, OpenIssue } from '../issue/issue-source'
import { highestSigned } from '../issue/highest-signed'
import { createPartUrls } from '../issue/part-urls'
import type { LibraryAccess } from './library-access'
import { hasSavedHint } from './hinted-names'
import { isHintedSaved } from './saved-hint'
import { patienceMs } from '../ui/patience'

/** A saved issue opened from the library. */
export const openedFrom = (library: LibraryAccess, issue: Issue, stranger?: OpenIssue['stranger']): OpenIssue => ({
  issue,
  origin: 'saved',
  ...(stranger && { stranger }),
  page: async (page) => decodePagePart(await library.part(issue, page.part), page.part, issue),
  bytes: (name) => library.part(issue, name),
  partUrl: createPartUrls((name) => library.part(issue, name)),
})

/** The library has nothing to give. @throws the error if it is neither a fault nor one of storage */
const nothingAfter = async (error: unknown): Promise<undefined> => {
  const { storageFaultOf } = await import('@/library/storage-fault')
  if (error instanceof BundleError || storageFaultOf(error)) return undefined
  throw error
}

/** What is saved does not come from the paper. Reported only if the network does not have the paper's own either. */
const isForgery = (error: unknown): boolean =>
  error instanceof BundleError && ['not-signed', 'wrong-signature'].includes(error.fault.kind)

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patienceMs))

/**
 * Opens saved issues first, then asks the network. The library is asked first if the hint says that the issue is saved,
 * and last whatever keeps the network from giving it, because the hint may be lost.
 */
export const createSavedFirstSource = (
  library: LibraryAccess,
  network: IssueSource,
  paper: PaperId,
  waitForNetwork = patience,
): IssueSource => {
  const openFromLibrary = async (key: IssueKey, isLast = false): Promise<OpenIssue | undefined> => {
    try {
      const [issue, isUnproven] = await Promise.all([library.open(key), library.isUnproven(key)])
      // What a file claims never stands in place of what the paper has.
      if (isUnproven && !isLast) return undefined
      // Nor does an older revision, which a file may have brought.
      if (issue && !isLast && issue.revision < (highestSigned(key) ?? 0)) return undefined
      return issue && openedFrom(library, issue, isUnproven ? 'unsigned-file' : undefined)
    } catch (error) {
      // Damaged, or the database does not answer: the network has the issue too.
      if (isLast && isForgery(error)) throw error
      return nothingAfter(error)
    }
  }
  const newestSaved = async (onlySaved: NewestIssue['onlySaved'] = 'no-answer'): Promise<NewestIssue | undefined> => {
    try {
      const id = await (await library.calls()).newest()
      return id && { id, ...(onlySaved && { onlySaved }) }
    } catch (error) {
      return nothingAfter(error)
    }
  }
  return {
    newest: async (signal) => {
      const named = network.newest(signal)
      try {
        // Whoever has saved nothing waits for the network, however long it takes.
        const isLate =
          hasSavedHint() && (await Promise.race([named.then(() => false), waitForNetwork().then(() => true)]))
        const saved = isLate ? await newestSaved('late') : undefined
        if (saved) return { ...saved, later: named.catch(() => undefined) }
        // A paper that has published something does not go back to nothing.
        return (await named) ?? (hasSavedHint() ? await newestSaved() : undefined)
      } catch (error) {
        const saved = error instanceof BundleError ? await newestSaved() : undefined
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
        const found = key && error instanceof BundleError ? await openFromLibrary(key, true) : undefined
        if (!found) throw error
        return found
      }
    },
  }
}
